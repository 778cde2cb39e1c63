import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Any bytes end in a report: texts of every construct of YAML, cut, joined and with bytes exchanged.
@Suite struct HostileYAMLTests {
    private static let pieces: [String] = [
        "a: b\n", "- c\n", "? d\n: e\n", "&x ", "*x ", "!Ref ", "!!int ", "!<tag:x> ", "|\n  text\n", ">-2\n  text\n",
        "'q'",
        "\"e\\x41\\u00e9\"", "{a: b, c}", "[1, [2]]", "# note\n", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! tag:x,1:\n",
        "<<: *x\n",
        "\t", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "é字😀", "Resources:\n  M:\n    Type: AWS::SageMaker::Model\n",
        "  ", ": ", ", ",
        "Fn::If: [a, b, c]\n", "\u{0}", "@", "`", "~", "yes", "0x1F", "1e400", "-", "!", "&", "*", "}", "]", "\"", "'",
    ]

    @Test func endsInAReport() {
        var random = SplitMix64(seed: TestSeed.make())
        for _ in 0..<TestScale.count(3_000) {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...14, using: &random) {
                bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            }
            for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let report = RequestInspector().inspect(bytes, name: "r.yaml")
            for finding in report.findings where finding.rule == "request-malformed-document" {
                let line = finding.location.line ?? 0
                #expect(line >= 1 && line <= bytes.count(where: { $0 == 0x0A }) + 1, "\(bytes)")
                #expect(Int(finding.byteOffset ?? -1) <= bytes.count, "\(bytes)")
            }
        }
    }
}
