import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// A source over what exists, compared with sets of paths.
@Suite struct ExistingObjectsTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func inspect(
        _ source: ArtifactSource, over existing: String, _ change: (inout InspectionOptions) -> Void = { _ in }
    ) async throws -> InspectionReport {
        var options = InspectionOptions()
        options.s3URI = "s3://my-bucket/m/"
        options.recordsObjects = true
        change(&options)
        var objects = try ExistingObjects(.listing(ByteString(existing)))
        try await objects.hash(source, options: options)
        options.existing = objects
        return try ArtifactInspector(options: options).inspect(source)
    }

    private func etag(of text: String) -> ETag {
        var md5 = MD5()
        md5.update(Array(text.utf8).span.bytes)
        return ETag(md5: md5.finish())
    }

    private func paths(_ report: InspectionReport, _ rule: String) -> [String] {
        report.findings.filter { $0.rule == rule }.compactMap { $0.location.key?.string }
    }

    /// Random files over random objects, in any order.
    @Test func randomTrees() async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for round in 0..<20 {
            let names = (0..<30).map { "\($0 % 4)/\($0)" }
            let mine = names.filter { _ in Bool.random(using: &random) }
            var sizes: [String: Int] = [:]
            for name in mine {
                sizes[name] = Int.random(in: 0...2, using: &random)
                try folder.write("\(round)/\(name)", String(repeating: "x", count: sizes[name] ?? 0))
            }
            try folder.write("\(round)/always", "")
            var rows: [String] = []
            var (stale, overwritten): (Set<String>, Set<String>) = ([], [])
            for name in names where Bool.random(using: &random) {
                let size = Int.random(in: 0...2, using: &random)
                let isKnown = Bool.random(using: &random)
                let content = isKnown ? String(repeating: "x", count: size) : "other"
                let etag = etag(of: content).text
                rows.append(#"{"Key": "m/\#(name)", "Size": \#(size), "ETag": "\#(etag)"}"#)
                if sizes[name] == nil {
                    stale.insert("m/" + name)
                } else if sizes[name] != size || !isKnown {
                    overwritten.insert("m/" + name)
                }
            }
            if Bool.random(using: &random) { rows.shuffle(using: &random) }
            let listing = try folder.write("\(round).json", "[\(rows.joined(separator: ","))]")
            let report = try await inspect(.path(ByteString(folder.path + "/\(round)")), over: listing)
            #expect(Set(paths(report, "stale-object")) == stale)
            #expect(Set(paths(report, "overwrites-object")) == overwritten)
            let objects = try #require(report.objects)
            #expect(objects.map(\.path) == objects.map(\.path).sorted())
            #expect(Set(objects.filter(\.isLeftover).compactMap { ("m/" + $0.path).string }) == stale)
            #expect(objects.count == mine.count + stale.count + 1)
        }
    }

    /// Large files are only read where they may be the same.
    @Test func filesThatCannotBeTheSameAreNotRead() async throws {
        try folder.write("m/a", "1234")
        try folder.write("m/b", "1234")
        try folder.write("m/c", "1234")
        let etag = "81dc9bdb52d04dc20036dbd8313ed055"
        let listing = try folder.write(
            "l.json",
            #"[{"Key": "m/a", "Size": 4, "ETag": "\#(etag)"}, {"Key": "m/b", "Size": 4, "ETag": "\#(etag)-2"}, {"Key": "m/c", "Size": 5, "ETag": "\#(etag)"}]"#
        )
        let source = ArtifactSource.path(ByteString(folder.path + "/m"))
        var options = InspectionOptions()
        options.s3URI = "s3://my-bucket/m/"
        let existing = try ExistingObjects(.listing(ByteString(listing)))
        #expect(try existing.candidates(of: source, options: options).map(\.path) == ["a"])
        options.uploadRule = try UploadRule(partSize: 3)
        #expect(try existing.candidates(of: source, options: options).map(\.path) == ["b"])
        options.existing = existing
        // Without their ETags, nothing is claimed of them.
        let report = try ArtifactInspector(options: options).inspect(source)
        #expect(paths(report, "overwrites-object") == ["m/a", "m/b", "m/c"])
    }

    @Test func withoutAURINothingCanBeCompared() async throws {
        try folder.write("m/a", "1")
        let listing = try folder.write("l.json", #"[{"Key": "m/a"}]"#)
        await #expect(throws: ArtifactError.self) {
            try await inspect(.path(ByteString(folder.path + "/m")), over: listing) { $0.s3URI = nil }
        }
        #expect(throws: ArtifactError.self) { try ExistingObjects(.path("m")) }
    }
}
