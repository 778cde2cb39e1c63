import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// The YAML test suite as hostile input: what people thought of to confuse readers of YAML.
///
/// Source: https://github.com/yaml/yaml-test-suite; see `Python/fetch_corpora.py`
@Suite(.enabled(if: YAMLSuite.isThere || Peer.isCI, "the YAML test suite is not there; Tests/run fetches it"))
struct YAMLSuiteTests {
    @Test func endsInAReport() throws {
        let cases = try YAMLSuite.cases()
        #expect(cases.count == 402)
        var refused = 0
        for item in cases {
            let report = RequestInspector().inspect(item.text, name: "r.yaml")
            let faults = report.findings.filter { $0.rule == "request-malformed-document" }
            for fault in faults {
                let line = fault.location.line ?? 0
                #expect(line >= 1 && line <= item.text.count { $0 == 0x0A } + 1, "\(item.name)")
                #expect(Int(fault.byteOffset ?? -1) <= item.text.count, "\(item.name)")
            }
            // libyaml takes a few texts that it should not; none of them is a request.
            if item.isInvalid {
                #expect(report.findings.count > 0, "\(item.name)")
                if !faults.isEmpty { refused += 1 }
            }
        }
        #expect(refused > 80)
    }

    /// Each text behind the beginning of a template, where it is a value, or breaks what was before.
    @Test func endsInAReportInsideATemplate() throws {
        let head = "Resources:\n  M:\n    Type: AWS::SageMaker::Model\n    Properties:\n"
        for item in try YAMLSuite.cases() {
            let lines = item.text.split(separator: 0x0A, omittingEmptySubsequences: false)
            let text = Array(head.utf8) + lines.flatMap { Array("      ".utf8) + $0 + [0x0A] }
            let report = RequestInspector().inspect(text, name: "t.yaml")
            #expect(report.kind == .cloudFormation || !report.findings.isEmpty, "\(item.name)")
        }
    }
}
