import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Archives that are read from a bucket, compared with the same ones in files.
@Suite struct RemoteArchiveTests {
    typealias Object = FakeBucket.Object

    private static let key: ByteString = "m/model.tar.gz"

    private func inspect(
        _ object: Object, lanes: Int = 64, _ change: (inout InspectionOptions) -> Void = { _ in }
    ) async throws -> (report: InspectionReport, bucket: FakeBucket) {
        let bucket = FakeBucket([Self.key: object, Self.key + ".old": Object([1])], requestsInFlight: lanes)
        var options = InspectionOptions()
        options.recordsLayout = true
        options.recordsObjects = true
        options.objectReading = ObjectReading(by: bucket)
        (options.dataType, options.compressionType) = (.object, .gzip)
        change(&options)
        let listing = try await bucket.listing("s3://bucket/" + Self.key)
        let report = try await OwnThread.run { [options] () throws(ArtifactError) in
            try ArtifactInspector(options: options).inspect(.bucket(listing))
        }
        return (report, bucket)
    }

    private func inspectFile(_ bytes: [UInt8]) throws -> InspectionReport {
        let folder = try TemporaryDirectory()
        let path = try folder.write("model.tar.gz", Data(bytes))
        var options = InspectionOptions()
        options.s3URI = "s3://bucket/" + Self.key
        options.recordsLayout = true
        (options.dataType, options.compressionType) = (.object, .gzip)
        return try ArtifactInspector(options: options).inspect(.path(ByteString(path)))
    }

    private static func archive(_ size: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{\"a\": nothing}".utf8))
        tar.add("model.safetensors", contents: Array(TinyModel.safetensors().dropLast()))
        tar.add("weights.bin", contents: random.bytes(size))
        tar.add("code/inference.py", contents: Array("def model_fn(): pass\n".utf8))
        return gzip(tar.finished, level: 1)
    }

    /// What the rules say, without the name of the source in it.
    private static func said(_ report: InspectionReport) -> [String] {
        report.findings.map { finding in
            let place = finding.location
            return "\(finding.rule) \(place.path.map(\.description) ?? "") \(place.member.map(\.description) ?? "")"
        }
    }

    @Test(arguments: [0, 100_000, 9_000_000]) func isJudgedLikeTheFile(_ size: Int) async throws {
        let bytes = Self.archive(size, seed: 3)
        let file = try inspectFile(bytes)
        #expect(Set(file.findings.map(\.rule)).isSuperset(of: ["truncated-weights", "invalid-json"]))
        for lanes in [1, 64] {
            let (report, bucket) = try await inspect(Object(bytes), lanes: lanes)
            #expect(Self.said(report) == Self.said(file))
            #expect(report.layout.map { $0.map(\.path) } == file.layout.map { $0.map(\.path) })
            #expect(report.summary == file.summary)
            #expect(report.kind == .s3 && report.location == "s3://bucket/" + Self.key)
            #expect(report.objects?.map(\.etag) == [ETag(Object(bytes).etag)])
            let log = bucket.log
            #expect(log.mostUnderWay <= RemoteObject.rangesAhead && log.heads.isEmpty)
            // Nothing twice, but its beginning.
            #expect(log.reads.reduce(0) { $0 + $1.range.count } <= bytes.count + Int(RemoteObject.rangeSize))
        }
    }

    @Test func theETagIsThatOfWhatWasRead() async throws {
        let bytes = Self.archive(9_000_000, seed: 4)
        let object = Object(bytes, partSize: 5 << 20)
        let (report, bucket) = try await inspect(object) { $0.hashesArchive = true }
        #expect(report.objects?.first?.etag == ETag(object.etag))
        #expect(report.objects?.first?.upload == .multipart(partSize: 5 << 20))
        #expect(!bucket.log.heads.isEmpty)
        var lie = object
        lie.etag = "0123456789abcdef0123456789abcdef-\(object.partSizes.count)"
        let error = await #expect(throws: ArtifactError.self) {
            _ = try await inspect(lie) { $0.hashesArchive = true }
        }
        #expect(error?.code == .changedWhileRead)
        // Under SSE-KMS it proves nothing.
        lie.encryption = "aws:kms"
        let opaque = try await inspect(lie) { $0.hashesArchive = true }
        #expect(opaque.report.objects?.first?.etag == ETag(lie.etag))
    }

    @Test func damage() async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let bytes = Self.archive(50_000, seed: 5)
        for _ in 0..<30 {
            var damaged = bytes
            if Bool.random(using: &random) {
                damaged = Array(bytes.prefix(Int.random(in: 1..<bytes.count, using: &random)))
            } else {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            let (report, _) = try await inspect(Object(damaged))
            let file = try inspectFile(damaged)
            #expect(Self.said(report) == Self.said(file), "seed \(seed)")
            #expect(report.isComplete == file.isComplete, "seed \(seed)")
        }
    }

    @Test func whatIsNoArchive() async throws {
        let (report, bucket) = try await inspect(Object(SplitMix64(seed: 1).copiedBytes(20_000_000)))
        #expect(report.findings.contains { $0.rule == "not-a-gzip-tar" } && report.kind == .s3)
        #expect(bucket.log.reads.reduce(0) { $0 + $1.range.count } <= Int(RemoteObject.rangeSize))
        var changed = Object(Self.archive(100, seed: 1))
        changed.later = (changed.bytes, "other")
        let error = await #expect(throws: ArtifactError.self) { _ = try await inspect(changed) }
        #expect(error?.code == .changedWhileRead)
    }
}

extension SplitMix64 {
    fileprivate func copiedBytes(_ count: Int) -> [UInt8] {
        var copy = self
        return copy.bytes(count)
    }
}
