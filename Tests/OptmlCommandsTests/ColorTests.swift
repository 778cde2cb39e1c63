import Foundation
import TestSupport
import Testing

/// Colour: only where somebody sees it.
@Suite struct ColorTests {
    private static func isColored(_ result: Command.Result) -> Bool { result.output.contains(0x1B) }

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
