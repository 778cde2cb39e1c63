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

    /// What is left out, with the patterns in the order in which they stand in the arguments of the process.
    func filter(arguments: [String]) -> PathFilter {
        PathFilter(patterns: FilterOrder.patterns(in: arguments), excludesJunk: excludeJunk)
    }

    /// What is left out of a directory that the patterns do not speak of.
    var junkFilter: PathFilter { PathFilter(excludesJunk: excludeJunk) }
}
