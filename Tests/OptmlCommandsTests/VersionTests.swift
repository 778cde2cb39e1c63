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
}
