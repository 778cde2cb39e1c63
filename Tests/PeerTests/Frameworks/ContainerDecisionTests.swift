import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What the rules say of a model for a framework is what its container does, which `containers.py` restates from its source.
@Suite(.enabled(if: Peer.python.isWanted)) struct ContainerDecisionTests {
    private struct Case: Encodable {
        let framework: String
        let directory: String
        let environment: [String: String]
        let image: String?
    }

    private static let layouts = TestScale.count(300, least: 60)

    private static let ids: Set<String> = [
        "unknown-task", "triton-name-mismatch", "triton-no-model-file", "missing-model-config", "missing-tokenizer",
        "missing-weights", "missing-inference-script", "no-saved-model",
        "missing-program-variable", "triton-model-at-top", "triton-ambiguous-model", "triton-no-version",
        "lmi-model-id", "lmi-several-models", "mar-not-unpacked", "artifact-not-used", "xgboost-extra-file",
        "several-saved-models", "ignored-requirements", "outdated-model-format", "refused-setting",
    ]

    @Test(arguments: Framework.allCases.filter { $0 != .multiModel }) func agrees(_ framework: Framework) throws {
        var random = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        var cases: [Case] = []
        for number in 0..<Self.layouts {
            let layout = RandomModel(framework, &random)
            for file in layout.files { try folder.write("\(number)/\(file)", layout.contents[file] ?? "x") }
            for directory in layout.directories {
                try FileManager.default.createDirectory(
                    at: folder.url.appending(path: "\(number)/\(directory)"), withIntermediateDirectories: true)
            }
            cases.append(
                Case(
                    framework: framework.rawValue, directory: folder.url.appending(path: "\(number)").path,
                    environment: layout.environment, image: layout.image))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let input = try cases.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
        let output = try PythonScript.containers.run(input: Data(input.utf8))
        let answers = output.split(separator: UInt8(ascii: "\n"))
        try #require(answers.count == cases.count)
        var silent = 0
        for (one, answer) in zip(cases, answers) {
            let expected = Set(try JSONDecoder().decode([String].self, from: Data(answer)))
            let found = try findings(on: one, framework)
            let names = try list(one.directory)
            #expect(found == expected, "\(one.environment) \(names)")
            if expected.isEmpty { silent += 1 }
        }
        // Otherwise one side could be right by saying always, or never, the same.
        #expect(silent > Self.layouts / 50 && silent < Self.layouts * 49 / 50, "\(silent) of \(Self.layouts) are whole")
    }

    private func findings(on one: Case, _ framework: Framework) throws -> Set<String> {
        var options = InspectionOptions()
        // A directory keeps its empty directories only when it is packed.
        options.compressionType = .gzip
        options.container = Container(
            framework: framework, image: one.image.map { ContainerImage($0) }, environment: one.environment)
        let report = try ArtifactInspector(options: options).inspect(.path(ByteString(one.directory)))
        return Set(report.findings.map(\.rule)).intersection(Self.ids)
    }

    private func list(_ directory: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: directory).sorted()
    }
}
