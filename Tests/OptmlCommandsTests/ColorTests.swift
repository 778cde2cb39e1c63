import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

/// Colour: only where somebody sees it.
@Suite struct ColorTests {
    /// The line of progress has other sequences.
    private static func isColored(_ result: Command.Result) -> Bool { result.text.contains(/\u{1B}\[[0-9;]+m/) }

    @Test func notInAPipe() throws {
        let command = Command.optml(in: Samples.folder)
        for arguments in [["check", "bad-model"], ["layout", "bad-model"], ["rules"], ["rules", "name-clash"]] {
            let plain = try command.run(arguments)
            #expect(!Self.isColored(plain))
            #expect(try command.run(arguments + ["--color", "never"]).output == plain.output)
            let colored = try command.run(arguments + ["--color", "always"])
            #expect(Self.isColored(colored))
            let stripped = colored.text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            #expect(stripped == plain.text)
        }
    }

    /// Which variable of the environment wins.
    @Test(arguments: [
        (true, "", true), (false, "", false), (true, "TERM=dumb", false), (true, "CLICOLOR=0", false),
        (true, "CLICOLOR=1", true), (true, "NO_COLOR=1", false), (false, "FORCE_COLOR=1", true),
        (false, "FORCE_COLOR=0", false), (true, "FORCE_COLOR=0", true), (false, "CLICOLOR_FORCE=1", true),
        (false, "CLICOLOR_FORCE=0", false), (false, "FORCE_COLOR=1 NO_COLOR=1", false),
        (false, "CLICOLOR_FORCE=1 NO_COLOR=0", false), (false, "FORCE_COLOR=true TERM=dumb", true),
    ]) func environment(_ isTerminal: Bool, _ variables: String, _ isColored: Bool) {
        let values = Dictionary(
            variables.split(separator: " ").map { $0.split(separator: "=") }.map { (String($0[0]), String($0[1])) }
        ) { first, _ in first }
        #expect(Style.isWanted(isTerminal: isTerminal) { values[$0] } == isColored)
    }

    /// The same of a whole run, for the result and for messages; what is said on the command line wins.
    @Test func forced() throws {
        var command = Command.optml(in: Samples.folder)
        command.environment["FORCE_COLOR"] = "1"
        #expect(Self.isColored(try command.run("check", "bad-model")))
        let mistake = try command.run("check", "nothing")
        #expect(
            mistake.errorText
                == "optml: \u{1B}[1;31merror\u{1B}[0m: nothing: no such file or directory; check the path\n")
        #expect(!Self.isColored(try command.run("check", "bad-model", "--color", "never")))
        #expect(try command.run("chek", "--color=never").errorText.hasPrefix("optml: error: "))
        #expect(try command.run("check", "--color", "alwys").errorText.hasPrefix("optml: \u{1B}["))
        command.environment["NO_COLOR"] = "1"
        #expect(!Self.isColored(try command.run("check", "bad-model")))
    }

    @Test func neverInJSON() throws {
        let result = try Command.optml(in: Samples.folder).run(
            "check", "bad-model", "--color", "always", "--format", "json")
        #expect(!Self.isColored(result))
    }

    /// On a terminal by default, unless the environment says otherwise.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func onATerminal() throws {
        func run(_ before: String) throws -> Command.Result {
            try Command.shell(
                "cd '\(Samples.folder)'; \(before) TERM=${TERM-xterm} script -qec 'optml check bad-model' /dev/null </dev/null"
            )
        }
        #expect(Self.isColored(try run("")))
        #expect(Self.isColored(try run("NO_COLOR=")))
        #expect(!Self.isColored(try run("NO_COLOR=1")))
        #expect(!Self.isColored(try run("TERM=dumb; export TERM;")))
    }
}
