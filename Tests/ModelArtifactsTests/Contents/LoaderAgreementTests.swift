import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// What real loaders say of model files, and what the rules do.
@Suite struct LoaderAgreementTests {
    /// Rules that only speak of a framework that is named.
    private static let ofFrameworks: Set<String> = ["missing-model-config", "missing-weights"]
    /// Cases whose rule depends on the framework: transformers before 4.50 needs `format` in the metadata.
    private static let withFramework: Set<String> = ["sharded/st-format-missing"]

    private static func errors(_ findings: [Finding]) -> Set<String> {
        Set(findings.filter { $0.severity == .error }.map(\.rule))
    }

    @Test func samplesAreThere() {
        #expect(ModelFileSamples.files.count > 350)
        #expect(ModelFileSamples.cases.count > 260)
        for sample in ModelFileSamples.cases where ModelFileSamples.artifact(of: sample).isEmpty {
            Issue.record("\(sample.path)")
        }
    }

    /// Where a loader fails and a rule is named, that rule and no other error; where it loads, no error.
    @Test func saysWhatLoadersSay() {
        var wrong: [String] = []
        for sample in ModelFileSamples.cases where !Self.withFramework.contains(sample.path) {
            let findings = Artifact.directory(ModelFileSamples.artifact(of: sample)).findings()
            let errors = Self.errors(findings)
            let rule = sample.rule.flatMap { Self.ofFrameworks.contains($0) ? nil : $0 }
            let isRight: Bool
            if let rule {
                isRight = findings.contains { $0.rule == rule } && errors.isSubset(of: [rule])
            } else {
                isRight = errors.isEmpty
            }
            if !isRight {
                wrong.append(
                    "\(sample.path) (\(sample.loader)): \(rule ?? "nothing") expected, found \(findings.map { "\($0.rule): \($0.message)" })"
                )
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) differ:\n\(wrong.joined(separator: "\n"))")
    }

    /// A directory that is read, and the same packed and read once, say the same of their contents.
    @Test func sameInAllForms() throws {
        let folders = Set(ModelFileSamples.cases.map { $0.path.prefix { $0 != "/" } })
        let files = ModelFileSamples.files
        var count = 0
        for folder in folders.sorted() {
            let own = files.filter { $0.key.hasPrefix(ByteString(folder + "/")) }
            let temporary = try TemporaryDirectory()
            var tar = TarBuilder()
            for (path, bytes) in own.sorted(by: { $0.key < $1.key }) {
                try temporary.write("model/\(path)", Data(bytes))
                // Deep names do not fit into a header of their own.
                if path.count <= 100 {
                    tar.add(path, contents: bytes)
                } else {
                    tar.addPax(["path": path.bytes]); tar.add("x", contents: bytes)
                }
            }
            let archive = try temporary.write("model.tar.gz", Data(gzip(tar.finished)))
            let read = try ArtifactInspector().inspect(.path(ByteString(temporary.path + "/model")))
            let passed = try ArtifactInspector().inspect(.path(ByteString(archive)))
            func said(_ report: InspectionReport) -> [String] {
                report.findings.filter { $0.rule != "wrapped-in-directory" }.map {
                    "\($0.severity) \($0.rule) \($0.message)"
                }
            }
            #expect(said(read) == said(passed), "\(folder)")
            count += read.findings.count
        }
        #expect(count > 150)
    }
}
