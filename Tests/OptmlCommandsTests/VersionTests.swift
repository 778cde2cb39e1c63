import TestSupport
import Testing

@Suite struct VersionTests {
    @Test func printsTheVersion() throws {
        let result = try Command.optml.run("--version")
        #expect(result.status == 0)
        #expect(result.text == "0.1.0\n")
        #expect(result.errorText == "")
    }
}
