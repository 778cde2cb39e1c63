import TestSupport
import Testing

@Suite struct VersionTests {
    /// By itself it is answered before anything is parsed, and otherwise by the parser.
    @Test(arguments: [["--version"], ["--version", "check"], ["check", "--version"]])
    func printsTheVersion(_ arguments: [String]) throws {
        let result = try Command.optml.run(arguments)
        #expect(result.status == 0)
        #expect(result.text == "0.1.0\n")
        #expect(result.errorText == "")
    }

    @Test func saysWhatReadsArchives() throws {
        let usual = try Command.optml.run("version", "--verbose")
        #expect(usual.status == 0)
        #expect(usual.text.hasPrefix("optml 0.1.0\ndecompressor: "))
        var without = Command.optml
        without.environment["OPTML_ISAL"] = "off"
        #expect(try without.run("version", "-v").text.contains("\ndecompressor: zlib; "))
        #expect(try Command.optml.run("version").text == "0.1.0\n")
    }

    @Test(
        arguments: [
            (["OPTML_CURL": "off"], "by the aws command: libcurl cannot be used (OPTML_CURL is off)"),
            (["OPTML_S3": "aws"], "by the aws command: OPTML_S3 says so"),
            (["OPTML_S3": "curl"], "not possible: OPTML_S3: 'curl' is neither native nor aws"),
            (["AWS_ACCESS_KEY_ID": "key"], "AWS_SECRET_ACCESS_KEY is not"),
            (["AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "hidden"], "as the credentials in the environment"),
            (["AWS_PROFILE": "none"], "there is no profile 'none' in /nonexistent/.aws/config"),
            ([:], "as the role of the instance, if there is one"),
        ])
    func saysHowS3IsReached(_ variables: [String: String], _ words: String) throws {
        var optml = Command.optml
        optml.environment["HOME"] = "/nonexistent"
        optml.environment.merge(variables) { $1 }
        let text = try optml.run("version", "--verbose").text
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("S3: ") })
        #expect(line.contains(words))
        #expect(!text.contains("hidden"))
    }
}
