package import ArgumentParser
import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The `optml` command and its subcommands.
package struct OptmlCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "optml",
        abstract: "Tells what Amazon SageMaker will put under /opt/ml/model before anything is uploaded.",
        discussion: """
            Exit status: 0 all is well; 1 findings at or above --fail-on; 2 the tool could not finish; 64 wrong usage.
            """,
        version: Version.current,
        subcommands: [
            CheckCommand.self, LayoutCommand.self, ManifestCommand.self, VerifyCommand.self, ETagCommand.self,
            PackCommand.self,
            ModelDataSourceCommand.self, CreateModelCommand.self, ModelPackageCommand.self, CheckRequestCommand.self,
            RulesCommand.self,
            ConfigCommand.self, DiffCommand.self, SQLCommand.self, VersionCommand.self,
        ])

    /// The names of the subcommands.
    static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    package init() {}

    /// Runs the command line of this process.
    package static func run() async {
        // A reader that goes away is an error of writing, not the end of the process without a word.
        signal(SIGPIPE, SIG_IGN)
        StandardStream.occupyClosed()
        // Parsing, even of this one word, would take a quarter of the time of the whole process.
        if CommandLine.arguments.dropFirst() == ["--version"] { showAndExit(Version.current) }
        do {
            var command = try parseAsRoot(ByteArguments.ofProcess)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as ArtifactError {
            StandardStream.error.line("optml: error: \(error.message)")
            Self.exit(withError: ExitStatus.status(of: error))
        } catch {
            if Self.exitCode(for: error).isSuccess { showAndExit(Self.fullMessage(for: error)) }
            let text = Self.fullMessage(for: error)
            if !text.isEmpty { StandardStream.error.line(ByteArguments.safe(text)) }
            Self.exit(withError: Self.exitCode(for: error))
        }
    }

    /// Ends with a text that was asked for, such as help. One that cannot be written is no success.
    private static func showAndExit(_ text: String) -> Never {
        do throws(ArtifactError) {
            try StandardStream.output.write(Array((text.isEmpty ? "" : text + "\n").utf8))
        } catch {
            StandardStream.error.line("optml: error: \(error.message)")
            Self.exit(withError: ExitStatus.status(of: error))
        }
        Self.exit()
    }
}
