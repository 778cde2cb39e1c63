import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Each model of a listing is judged as by itself.
@Suite struct ModelListTests {
    static let names = [
        "a", "b", "c", "A", "config.json", "model.safetensors", "part-00001.bin", "model-00001-of-00002.safetensors",
        "", " ", ".", "..",
        "x\\y", "é", "é".decomposedStringWithCanonicalMapping, "__pycache__", ".DS_Store", "日本", "a.pyc", "data",
        "w-1.npz",
        String(repeating: "n", count: 256),
    ]

    /// Keys of models two components deep, many of which are ordinary, in byte order.
    static func keys(_ random: inout SplitMix64) -> [String] {
        var keys: Set<String> = ["lone", "t/lone"]
        for model in 0..<Int.random(in: 1...12, using: &random) {
            let prefix =
                "\(["t", "u", "é"].randomElement(using: &random) ?? "t")/\(["m", "m ", "mm", "M"].randomElement(using: &random) ?? "m")\(model)/"
            let isOrdinary = Bool.random(using: &random)
            for file in 0..<Int.random(in: 1...60, using: &random) {
                let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    isOrdinary ? "file-\(file)" : Self.names.randomElement(using: &random) ?? ""
                }
                keys.insert(prefix + names.joined(separator: "/"))
            }
        }
        return keys.sorted { ByteString($0) < ByteString($1) }
    }

    private func expectSame(
        _ report: ModelsReport, as listing: String, _ options: InspectionOptions,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for model in report.models {
            var options = options
            options.s3URI = model.s3URI
            options.policy.ignored = ["key-outside-prefix"]
            let alone = try ArtifactInspector(options: options).inspect(.listing(ByteString(listing)))
            // Where there is nothing, the message also says how much there is elsewhere.
            let texts = [model.findings, alone.findings].map { findings in
                findings.map { $0.rule == "no-objects" ? "\($0.rule) \($0.location)" : "\($0)" }
            }
            #expect(texts[0] == texts[1], "\(model.s3URI)", sourceLocation: sourceLocation)
            #expect(model.summary == alone.summary, "\(model.s3URI)", sourceLocation: sourceLocation)
            #expect(model.truncated == alone.truncated, sourceLocation: sourceLocation)
        }
    }

    /// Plain keys that fit into one slice and such that do not, keys in another order, and JSON.
    @Test func modelsAreJudgedAsByThemselves() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        let place = try #require(S3URI("s3://my-bucket/"))
        for number in 0..<TestScale.count(60) {
            let keys = Self.keys(&random)
            let json = try JSONSerialization.data(withJSONObject: keys)
            let plain = Data((keys.joined(separator: "\n") + "\n").utf8)
            let mixed = Data((keys.shuffled(using: &random).joined(separator: "\n") + "\n").utf8)
            for (form, content) in [("keys", plain), ("keys", mixed), ("json", json)] {
                let listing = try folder.write("\(number).\(form)", content)
                var options = InspectionOptions()
                options.listingFormat = form == "json" ? .json : .keys
                options.listingSliceSize = Int64.random(in: 1...2000, using: &random)
                options.jobs = Int.random(in: 1...3, using: &random)
                options.hintsFramework = true
                let inspector = ModelListInspector(below: place, options: options)
                let report = try inspector.inspect(ByteString(listing), depth: 2)
                try expectSame(report, as: listing, options)
                let prefixes = Set(
                    keys.filter { $0.split(separator: "/", omittingEmptySubsequences: false).count > 2 }.map {
                        $0.split(separator: "/", omittingEmptySubsequences: false).prefix(2).joined(separator: "/")
                            + "/"
                    })
                #expect(Set(report.models.map { "\($0.s3URI)" }).count == prefixes.count)
                #expect(
                    report.outside
                        == keys.count { $0.split(separator: "/", omittingEmptySubsequences: false).count < 3 })
                // The same, some of them, one without its slash, within another, and nothing.
                let some = Array(prefixes.shuffled(using: &random).prefix(3)) + ["t", "", "t/nothing/"]
                let listed = try inspector.inspect(ByteString(listing), prefixes: some.map { ByteString($0) })
                #expect(listed.models.count == Set(some.map { $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" }).count)
                #expect(listed.outside == 0)
                try expectSame(listed, as: listing, options)
            }
        }
    }

    @Test func modelsWithinOthersAreSetsOfTheirOwn() {
        let sets = ModelPrefixes.sets(of: ["a/", "a/b/", "a/b/c/", "b/", "a/c/", "a/b/"])
        #expect(sets.map(\.known) == [["a/", "b/"], ["a/b/", "a/c/"], ["a/b/c/"]])
    }

    @Test func nothingIsFoundOfKeysOfOtherBuckets() throws {
        let folder = try TemporaryDirectory()
        let listing = try folder.write("keys", Data("s3://one/a/x\ns3://two/a/y\ns3://one/b/z\n".utf8))
        let place = try #require(S3URI("s3://one/"))
        let report = try ModelListInspector(below: place, options: InspectionOptions()).inspect(
            ByteString(listing), depth: 1)
        #expect(report.models.map(\.s3URI) == ["s3://one/a/", "s3://one/b/"])
        #expect(report.models.map(\.summary.files) == [1, 1])
        #expect(report.outside == 1)
    }
}
