import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

/// What `--help` says.
@Suite struct CommandHelpTests {
    static let commands = OptmlCommand.commandNames

    private func help(_ arguments: String..., columns: Int? = nil) throws -> String {
        var command = Command.optml
        command.environment["COLUMNS"] = columns.map(String.init)
        let result = try command.run(arguments)
        #expect(result.status == 0 && result.errorText == "", "\(arguments)")
        return result.text
    }

    /// The examples of a help, as arguments of the command; what a shell does with the output is left out.
    private static func examples(in help: String) -> [[String]] {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: Substring(CommandHelp.examplesTitle)) else { return [] }
        return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { line in
            let command = line.split(separator: "|").first { $0.contains("optml ") } ?? ""
            return command.split(separator: " ").dropFirst().map { $0.trimmingCharacters(in: ["'"]) }
        }
    }

    @Test(arguments: commands) func hasExamplesThatParse(_ name: String) throws {
        let examples = Self.examples(in: try help(name, "--help"))
        #expect(examples.count >= 2)
        let folder = try TemporaryDirectory()
        for example in examples {
            #expect(example.first == name, "\(example)")
            // There is nothing that they name, but they are no wrong usage.
            let result = try Command.optml(in: folder).run(example)
            #expect(result.status != 64, "\(example): \(result.errorText)")
        }
    }

    /// Also in the narrowest terminal that people use, and without tearing examples apart.
    @Test(arguments: commands, [80, 200]) func fits(_ name: String, _ columns: Int) throws {
        let text = try help(name, "--help", columns: columns)
        // The parser breaks no usage, which has no options in it where there are many.
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("USAGE: ") && !$0.hasPrefix("  --") }
        #expect(lines.filter { $0.count > columns } == [])
        #expect(try help("help", name, columns: columns) == text)
    }

    @Test func groupsCommands() throws {
        let text = try help("--help")
        let titles = ["INSPECT", "S3", "BUILD", "EXPLAIN"].map { "\n\($0) SUBCOMMANDS:\n" }
        let places = titles.compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == titles.count && places == places.sorted())
        for name in Self.commands { #expect(text.contains("\n  \(name) "), "\(name)") }
    }

    /// Options stand below titles; those without one are few.
    @Test(arguments: commands) func groupsOptions(_ name: String) throws {
        let sections = try help(name, "--help").split(separator: /\n(?=[A-Z][A-Z0-9 ,]+:\n)/)
        let options = sections.filter { $0.hasPrefix("OPTIONS:") }
        #expect(options.count == 1)
        let lines = options[0].split(separator: "\n").filter { $0.starts(with: #/  (-[a-z], )?--/#) }
        // diff has many of its own, which are about its two sides.
        #expect(lines.count <= (name == "diff" ? 12 : 8), "\(lines)")
    }

    /// Whoever reads of a size learns how to write one.
    @Test(arguments: commands) func sizesHaveUnits(_ name: String) throws {
        let text = try help(name, "--help", columns: 1000)
        for line in text.split(separator: "\n") where line.hasPrefix("  --") && line.contains("<size>") {
            let lines = text.split(separator: "\n")
            let index = lines.firstIndex(of: line) ?? 0
            let description = line + " " + lines[min(index + 1, lines.count - 1)]
            #expect(description.contains(/[0-9][KMGT]iB/), "\(description)")
        }
    }

    /// What would do nothing is refused.
    @Test(arguments: [
        "rules --quiet", "rules --no-progress", "config --color never", "config --quiet", "config --jobs 2",
        "check good-model --channel-accept-eula a", "check good-model --channel-hub-content-arn a=b",
        "layout good-model --channel a=good-model --channel-accept-eula a",
        "pack good-model -o /dev/null --format text",
    ]) func refusesWhatDoesNothing(_ arguments: String) throws {
        let result = try Command.optml(in: Samples.folder).run(arguments.split(separator: " ").map(String.init))
        result.expectFailure(64, "optml: error: ")
    }
}
