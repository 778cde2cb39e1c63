import ArgumentParser
import ModelArtifacts

/// Where output goes, and how it looks.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"))
    var outputFile: ByteArgument?

    @Flag(name: .shortAndLong, help: "Print no findings of severity note, and nothing that is only for information.")
    var quiet = false

    @Flag(help: "Show no progress, not even on a terminal.")
    var noProgress = false

    @Option(help: ColorMode.help)
    var color = ColorMode.auto

    init() {}

    /// The file for the result; nil for standard output.
    var output: ByteString? { outputFile?.value }
}
