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
}
