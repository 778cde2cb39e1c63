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

    /// How many requests of an operation are made, the more where everything is tested.
    private static let count = TestScale.count(10_000)

    @Test(arguments: Operation.all.map(\.name)) func validOnesHaveNoFindingAndBrokenOnesExactlyOne(
        _ operation: String
    ) throws {
        let seed = UInt32(truncatingIfNeeded: TestSeed.make())
        let count = Self.count
        let output = try PythonScript.generate.run(["\(seed)", "\(count)", operation])
        let cases = try output.split(separator: UInt8(ascii: "\n")).map { line in
            try JSONDecoder().decode(Case.self, from: line)
        }
        #expect(cases.count == count)
        #expect(cases.count { $0.rule == nil } == count / 4)
        #expect(Set(cases.compactMap(\.rule)).count >= 5)
        let inspector = RequestInspector()
        for item in cases {
            let report = inspector.inspect(Array(item.request.utf8), name: "request.json")
            // The generator knows the service model, and not what the prose says beyond it, nor what a text of it looks like.
            let found = report.findings.filter {
                $0.rule.hasPrefix("request-") && $0.rule != "request-unfilled-template"
            }.map { "\($0.rule) \($0.location.jsonPath ?? "")" }
            let expected = item.rule.map { ["\($0) \(item.path ?? "")"] } ?? []
            #expect(found == expected, "\(item.request)")
            #expect(report.findings.allSatisfy { $0.location.line != nil && $0.location.column != nil })
        }
    }
}
