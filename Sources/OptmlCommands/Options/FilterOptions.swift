import ArgumentParser
import ModelArtifacts

/// Which files of a directory are left out.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Leave out files of a directory, as 'aws s3 sync' does. Repeatable.", valueName: "glob"))
    var exclude: [ByteArgument] = []

    @Option(
        help: ArgumentHelp("Take back in what an --exclude before it left out. Repeatable.", valueName: "glob"))
    var include: [ByteArgument] = []

    @Flag(help: "Leave out what platform-metadata and development-leftover name.")
    var excludeJunk = false

    init() {}

    /// To `aws s3 sync` an absolute pattern stands alone, where others stand behind the folder that is copied
    /// (https://github.com/aws/aws-cli, `awscli/customizations/s3/filters.py`). What it means depends on where the folder lies.
    ///
    /// - Throws: `ValidationError` for an absolute pattern.
    func validate() throws {
        for (option, patterns) in [("--exclude", exclude), ("--include", include)] {
            guard let pattern = patterns.first(where: { $0.value.hasPrefix("/") }) else { continue }
            throw ValidationError(
                "\(option) \(pattern.value): patterns are relative to the directory, and no path in it begins with a slash; leave out what leads to it, as in 'code/*'."
            )
        }
    }

    /// What is left out, with the patterns in the order in which they stand in the arguments of the process.
    func filter(arguments: [String]) -> PathFilter {
        PathFilter(patterns: FilterOrder.patterns(in: arguments), excludesJunk: excludeJunk)
    }

    /// What is left out of a directory that the patterns do not speak of.
    var junkFilter: PathFilter { PathFilter(excludesJunk: excludeJunk) }
}
