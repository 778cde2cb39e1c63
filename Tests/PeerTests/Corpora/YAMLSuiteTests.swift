import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// The YAML test suite as hostile input: what people thought of to confuse readers of YAML.
///
/// Source: https://github.com/yaml/yaml-test-suite, `src`
@Suite(.enabled(if: Corpus.has("yaml-test-suite"), .init(rawValue: Corpus.hint)))
struct YAMLSuiteTests {
    /// A case: a text, and whether no reader may take it.
    private struct Case {
        let name: String
        let text: [UInt8]
        let isInvalid: Bool
    }

    /// The characters that stand in the suite for others that nobody would see.
    private static func decoded(_ text: String) -> String {
        var text = text.replacing("␣", with: " ").replacing("↵", with: "").replacing("←", with: "\r")
            .replacing("⇔", with: "\u{FEFF}").replacing(/—*»/, with: "\t")
        if text.hasSuffix("∎\n") { text.removeLast(2) }
        return text
    }

    private static func cases() throws -> [Case] {
        let folder = try #require(Corpus.url("yaml-test-suite"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        return try files.sorted().flatMap { file -> [Case] in
            let bytes = try Array(Data(contentsOf: folder.appending(path: file)))
            let node = try DocumentReader.read(InputBuffer(bytes, name: ByteString(file)), as: .yaml)
            return RequestValue(node).elements.enumerated().compactMap { index, item in
                guard let yaml = item["yaml"]?.text?.string else { return nil }
                let isInvalid = if case .boolean(true)? = item["fail"]?.node.content { true } else { false }
                return Case(name: "\(file)[\(index)]", text: Array(decoded(yaml).utf8), isInvalid: isInvalid)
            }
        }
    }

    @Test func endsInAReport() throws {
        let cases = try Self.cases()
        #expect(cases.count > 400)
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
        for item in try Self.cases() {
            let lines = item.text.split(separator: 0x0A, omittingEmptySubsequences: false)
            let text = Array(head.utf8) + lines.flatMap { Array("      ".utf8) + $0 + [0x0A] }
            let report = RequestInspector().inspect(text, name: "t.yaml")
            #expect(report.kind == .cloudFormation || !report.findings.isEmpty, "\(item.name)")
        }
    }
}
