import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// What real loaders say of model files, and what the rules do.
@Suite struct LoaderAgreementTests {
    /// Rules that only speak of a framework that is named.
    private static let ofFrameworks: Set<String> = ["missing-model-config", "missing-weights"]
    /// Cases whose rule depends on the framework, with which they are judged in ``saysWhatContainersSay()``: transformers before 4.50
    /// needs `format` in the metadata.
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

    /// With the container whose loader was asked, the rules that need it speak as well.
    @Test func saysWhatContainersSay() {
        let containers: [(folder: String, Framework, image: String, loader: String)] = [
            (
                "sharded/", .huggingFace, "huggingface-pytorch-inference:2.1.0-transformers4.36.2-gpu-py310",
                "transformers"
            ),
            ("xgboost/", .xgboost, "sagemaker-xgboost:3.2-0", "xgboost"),
        ]
        var count = 0
        for (folder, framework, image, loader) in containers {
            for sample in ModelFileSamples.cases
            where sample.path.hasPrefix(folder) && sample.loader.hasPrefix(loader) {
                let artifact = Artifact.directory(ModelFileSamples.artifact(of: sample))
                let findings = artifact.served(by: framework, image: image).findings()
                let errors = Self.errors(findings)
                if let rule = sample.rule {
                    #expect(
                        findings.contains { $0.rule == rule } && errors.isSubset(of: [rule]),
                        "\(sample.path): \(rule) expected, found \(findings.map { "\($0.rule): \($0.message)" })")
                } else {
                    #expect(errors.isEmpty, "\(sample.path): \(findings.map { "\($0.rule): \($0.message)" })")
                }
                count += 1
            }
        }
        #expect(count > 25)
    }

    /// Three more cases are the one model of TensorFlow Lite, changed: what is cut is not found, as all of a file would have to be
    /// verified for that.
    @Test func tensorFlowLite() throws {
        let whole = try #require(ModelFileSamples.files["tflite/nmp.tflite"])
        for (bytes, rule) in [
            (Array(whole.prefix(8)), "damaged-weights"), (Array(whole.dropLast()), nil),
            (whole.prefix(4) + Array("TFL2".utf8) + whole.dropFirst(8), "damaged-weights"),
        ] as [([UInt8], String?)] {
            let found = Artifact.directory(["nmp.tflite": bytes]).findings()
            #expect(Set(found.map(\.rule)) == Set([rule].compactMap(\.self)), "\(found)")
        }
    }

    /// The index of a SavedModel tells how long its data has to be; TensorFlow reads what is longer, and 'Read less bytes than requested'
    /// of what is shorter.
    @Test(arguments: ["savedmodel/ok/1/", "tfckpt/two-ok/"]) func variables(_ folder: String) throws {
        var whole: [ByteString: [UInt8]] = [:]
        for (path, bytes) in ModelFileSamples.files where path.hasPrefix(ByteString(folder)) {
            whole[ByteString(Array(path.bytes.dropFirst(folder.utf8.count)))] = bytes
        }
        let data = whole.keys.filter { $0.contains(".data-") }.sorted()
        #expect(!data.isEmpty && whole["variables/variables.index"] ?? whole["variables.index"] != nil)
        for path in data {
            let bytes = try #require(whole[path])
            for count in [bytes.count - 1, 1] where count < bytes.count {
                var cut = whole
                cut[path] = Array(bytes.prefix(count))
                let found = Artifact.directory(cut).findings()
                #expect(found.map(\.rule) == ["truncated-weights"], "\(path) of \(count) bytes: \(found)")
                #expect(found.first?.message.contains("needs \(bytes.count)") ?? false)
            }
            var longer = whole
            longer[path] = bytes + [0]
            #expect(Self.errors(Artifact.directory(longer).findings()).isEmpty)
        }
        // Whatever an index holds, there is an answer; one that is not understood says nothing of the data.
        let index = try #require(whole.first { $0.key.hasSuffix(".index") })
        var generator = SplitMix64(seed: 7)
        for _ in 0..<500 {
            var changed = whole
            var bytes = index.value
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
            changed[index.key] = bytes
            let rules = Set(Artifact.directory(changed).findings().map(\.rule))
            #expect(rules.isSubset(of: ["damaged-weights", "truncated-weights"]))
        }
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
