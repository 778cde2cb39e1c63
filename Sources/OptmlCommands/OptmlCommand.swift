package import ArgumentParser

/// The `optml` command and its subcommands.
package struct OptmlCommand: AsyncParsableCommand {
    /// Name, version and summary.
    package static let configuration = CommandConfiguration(
        commandName: "optml",
        abstract: "Tells what Amazon SageMaker will put under /opt/ml/model before anything is uploaded.",
        version: "0.1.0")

    /// Makes a command without arguments.
    package init() {}

    /// Runs the command line of this process.
    package static func run() async {
        await main()
    }
}
