import Foundation
import TestSupport
import Testing

@Suite struct GitLabReportTests {
    private static let shape = JSONShape.array(
        .object([
            "description": .text, "check_name": .text, "fingerprint": .text,
            "severity": .word(["blocker", "major", "info"]),
            "location": .object(["path": .text, "lines": .object(["begin": .integer])]),
        ]))

    @Test func isAnArrayOfFindings() throws {
        let command = Command.optml(in: Samples.folder)
        for source in [["bad-model"], ["wrapped.tar.gz"], ["--listing", "clash.keys"], ["good-model"]] {
            let report = try command.report(["check"] + source)
            let output = try command.run(["check"] + source + ["--format", "gitlab"]).output
            let array = try #require(try JSONSerialization.jsonObject(with: output) as? [[String: Any]])
            #expect(Self.shape.problems(array) == [])
            #expect(array.map { $0["check_name"] as? String } == report.findings.map(\.rule))
            let words = ["error": "blocker", "warning": "major", "note": "info"]
            #expect(array.map { $0["severity"] as? String } == report.findings.map { words[$0.severity] })
            let fingerprints = array.compactMap { $0["fingerprint"] as? String }
            #expect(Set(fingerprints).count == report.findings.count)
        }
    }

    @Test func hostileNamesStayInert() throws {
        let folder = try HostileArtifact.make()
        for source in HostileArtifact.sources {
            let command = Command.optml(in: folder)
            let report = try command.report(["check"] + source)
            let result = try command.run(["check"] + source + ["--format", "gitlab"])
            #expect(HostileArtifact.isInert(result.text))
            let array = try #require(try JSONSerialization.jsonObject(with: result.output) as? [[String: Any]])
            #expect(Self.shape.problems(array) == [])
            #expect(array.count == report.findings.count)
            let fingerprints = array.compactMap { $0["fingerprint"] as? String }
            #expect(Set(fingerprints).count == array.count)
        }
    }
}
