import Foundation
import TestSupport
import Testing

/// Standard output that nobody reads, or that takes nothing.
@Suite struct ClosedOutputTests {
    static let commands = [
        "check bad-model", "check bad-model --format json", "layout bad-model", "layout bad-model --every-combination",
        "manifest good-model --s3-uri s3://my-bucket/m/", "etag good-model/config.json", "rules", "rules name-clash",
        "model-data-source good-model --s3-uri s3://my-bucket/m/ --quiet", "--help", "--version", "check --help",
    ]

    @Test(arguments: commands) func full(_ arguments: String) throws {
        let result = try Command.shell("cd '\(Samples.folder)'; optml \(arguments) >/dev/full")
        result.expectFailure(2, "standard output", "No space left on device")
    }

    @Test(arguments: commands) func closed(_ arguments: String) throws {
        let result = try Command.shell("cd '\(Samples.folder)'; optml \(arguments) >&-")
        result.expectFailure(2, "standard output")
    }

    /// The reader of a pipe has gone before anything is written.
    @Test(arguments: commands) func broken(_ arguments: String) throws {
        let folder = try TemporaryDirectory()
        // The command waits for its standard input to end, which the reader closes when it has gone.
        let script = """
            mkfifo gate; cd '\(Samples.folder)'
            { cat '\(folder.path)/gate' >/dev/null; optml \(arguments); echo $? >&2; } | { exec <&-; : >'\(folder.path)/gate'; }
            """
        let result = try Command.shell(script, in: folder)
        // Nobody needs to be told that nobody reads.
        #expect(result.errorText == "2\n")
        #expect(result.text == "")
    }

    /// A reader that takes the first bytes only, of more than a pipe holds.
    @Test func head() throws {
        let folder = try TemporaryDirectory()
        let keys = (0..<20_000).map { "m/some/longer/name/of/a/file/\($0)\n" }.joined()
        try folder.write("keys", keys)
        let result = try Command.shell(
            "{ optml layout --listing keys; echo $? >&2; } | head -c 1 >/dev/null", in: folder)
        #expect(result.errorText == "2\n")
    }

    /// Nobody hears the findings, and the status still tells.
    @Test func standardErrorIsClosed() throws {
        let result = try Command.shell(
            "cd '\(Samples.folder)'; optml manifest bad-model --s3-uri s3://my-bucket/m/ 2>&-; echo $?")
        #expect(result.text == "1\n")
    }
}
