import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Requests that a generator makes from botocore's service model, valid ones and each constraint broken singly.
@Suite(.enabled(if: Peer.python.isWanted, "botocore is not installed; Tests/run installs it"))
struct GeneratedRequestTests {
    /// A request, and the one finding that it must have if it is broken.
    struct Case: Decodable {
        let request: String
        let rule: String?
        let path: String?
    }

    /// How many requests are made.
    static let count = 10_000

    @Test func validOnesHaveNoFindingAndBrokenOnesExactlyOne() throws {
        let seed = UInt32.random(in: 0...UInt32.max)
        print("GeneratedRequestTests: seed \(seed)")
        let output = try PythonScript.generate.run(["\(seed)", "\(Self.count)"])
        let cases = try output.split(separator: UInt8(ascii: "\n")).map { line in
            try JSONDecoder().decode(Case.self, from: line)
        }
        #expect(cases.count == Self.count)
        #expect(cases.count { $0.rule == nil } == Self.count / 4)
        #expect(Set(cases.compactMap(\.rule)).count == 7)
        let inspector = RequestInspector()
        for item in cases {
            let report = inspector.inspect(Array(item.request.utf8), name: "request.json")
            let found = report.findings.map { "\($0.rule) \($0.location.jsonPath ?? "")" }
            let expected = item.rule.map { ["\($0) \(item.path ?? "")"] } ?? []
            #expect(found == expected, "\(item.request)")
            #expect(report.findings.allSatisfy { $0.location.line != nil && $0.location.column != nil })
        }
    }
}
