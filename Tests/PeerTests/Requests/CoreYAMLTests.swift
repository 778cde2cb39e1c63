import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Plain scalars of a request in YAML are what the AWS CLI takes them for.
@Suite(.enabled(if: Peer.python.isWanted, "ruamel.yaml is not installed; Tests/run installs it"))
struct CoreYAMLTests {
    private static let words = [
        "yes", "no", "on", "off", "true", "True", "TRUE", "tRUE", "false", "null", "Null", "~", "0", "00", "007",
        "0777", "0o17",
        "0o8", "0x1F", "0X1F", "0b101", "1_000", "1__0", "_1", "+12", "-0", "1.", ".5", "-.5", "1e3", "1E-3", "1.5e3",
        "1.e3",
        "12e", ".", ".inf", "-.INF", ".nan", "-.nan", "1:30", "190:20:30", "2024-01-01", "2024-1-1",
        "2024-01-01 12:30:00",
        "2024-01-01T12:30:00Z", "2024-01-01 12:30:00.5 +01:00", "12345678901234567890",
        "arn:aws:iam::123456789012:role/r",
        "s3://bucket/key", "ml.m5.large", "S3Prefix", "3.10", "1.2.3", "012345678901",
    ]
    private static let pieces = ["0", "1", "7", "9", "_", "+", "-", ".", "e", "E", "x", "o", "b", "F", ":", "t", "a"]

    @Test func areWhatTheAWSCLITakesThemFor() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let made = (0..<TestScale.count(5_000)).map { _ in
            (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined()
        }
        let scalars = Self.words + made
        let expected = try JSONDecoder().decode(
            [[String]?].self, from: PythonScript.readCoreYAML.run(input: JSONEncoder().encode(scalars)))
        #expect(expected.count == scalars.count && Set(expected.compactMap { $0?[0] }).count >= 5)
        for (scalar, told) in zip(scalars, expected) {
            let node = try? DocumentReader.read(InputBuffer(Array("A: \(scalar)\n".utf8), name: "r.yaml"))
            guard let told, let value = node?["A"] else { continue }
            switch value.content {
            case .null: #expect(told[0] == "null", "\(scalar) \(told)")
            case .boolean(let truth): #expect(told == ["boolean", truth ? "true" : "false"], "\(scalar) \(told)")
            case .number(let digits):
                #expect(told[0] == "number", "\(scalar) \(told)")
                if let number = digits.string.flatMap({ Double($0) }), number.isFinite {
                    #expect(told[1] == "\(number)" || Double(told[1]) == number, "\(scalar) \(told)")
                }
            case .date: #expect(told[0] == "date", "\(scalar) \(told)")
            case .string(let text): #expect(told == ["string", text.string ?? ""], "\(scalar) \(told)")
            default: #expect(told[0] == "other", "\(scalar) \(told)")
            }
        }
    }
}
