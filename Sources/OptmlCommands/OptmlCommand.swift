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
        discussion: CommandHelp.discussion(
            """
            Exit status: 0 all is well; 1 findings at or above --fail-on; 2 the tool could not finish; 64 wrong usage.
            """,
            examples: [
                "optml check model/ --s3-uri s3://my-bucket/model/",
                "optml create-model model.tar.gz --s3-uri s3://my-bucket/model.tar.gz",
            ]),
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Inspect",
                subcommands: [CheckCommand.self, LayoutCommand.self, DiffCommand.self, CheckRequestCommand.self]),
            CommandGroup(
                name: "S3",
                subcommands: [ManifestCommand.self, VerifyCommand.self, ETagCommand.self, SQLCommand.self]),
            CommandGroup(
                name: "Build",
                subcommands: [
                    PackCommand.self, ModelDataSourceCommand.self, CreateModelCommand.self, ModelPackageCommand.self,
                ]),
            CommandGroup(
                name: "Explain", subcommands: [RulesCommand.self, ConfigCommand.self, VersionCommand.self]),
        ])

    /// The names of the subcommands.
    static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    @Flag(name: .customShort("V"), help: "Show the version.")
    var showsVersion = false

    package init() {}

    package func validate() throws {
        if showsVersion { throw CleanExit.message(Version.current) }
    }

    /// Nothing to do is wrong usage, so that an empty variable in a script passes no gate.
    package func run() throws {
        throw ValidationError("Give a command, such as 'optml check model/'; 'optml --help' lists them.")
    }

    /// Runs the command line of this process.
    package static func run() async {
        // A reader that goes away is an error of writing, not the end of the process without a word.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that becomes larger than the process may write.
        signal(SIGXFSZ, SIG_IGN)
        StandardStream.occupyClosed()
        // Parsing, even of this one word, would take a quarter of the time of the whole process.
        if CommandLine.arguments.dropFirst() == ["--version"] { showAndExit(Version.current) }
        do {
            let arguments = ByteArguments.ofProcess
            try MistakenCommand.check(arguments)
            var command = try parseAsRoot(NegativeValue.joined(arguments))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as ArtifactError {
            fail(error)
        } catch {
            if Self.exitCode(for: error).isSuccess { showAndExit(Self.fullMessage(for: error)) }
            if let message = UsageMessage(error) { message.show() }
            Self.exit(withError: Self.exitCode(for: error))
        }
    }

    /// Ends with a text that was asked for, such as help. One that cannot be written is no success.
    private static func showAndExit(_ text: String) -> Never {
        do throws(ArtifactError) {
            try StandardStream.output.write(Array((text.isEmpty ? "" : text + "\n").utf8))
        } catch {
            fail(error)
        }
        Self.exit()
    }

    /// Ends with an error. Nobody needs to be told that nobody reads any more.
    private static func fail(_ error: ArtifactError) -> Never {
        if error.code != .outputClosed { Notice.error.show(error.message) }
        Self.exit(withError: ExitStatus.status(of: error))
    }
}
