import ArgumentParser
import ModelArtifacts

/// Where a result goes that has neither findings nor colours.
struct ResultFileOption: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"))
    var outputFile: ByteArgument?

    init() {}

    /// The file for the result; nil for standard output.
    var output: ByteString? { outputFile?.value }
}
