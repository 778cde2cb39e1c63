import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// What changes between a directory and a bucket, or two buckets, where ETags do not tell.
@Suite struct DiffProofTests {
    typealias Object = FakeBucket.Object

    private let folder: TemporaryDirectory
    private static let bytes = [UInt8](repeating: 3, count: 50_000)
    private static let others = [UInt8](repeating: 4, count: 50_000)

    init() throws {
        folder = try TemporaryDirectory()
        for name in ["same", "kms", "changed", "unknown"] { try folder.write("m/" + name, Data(Self.bytes)) }
    }

    private static func encrypted(_ bytes: [UInt8], _ algorithm: ChecksumAlgorithm?, tag: String) throws -> Object {
        var object = Object(bytes)
        object.etag = String(repeating: tag, count: 32)
        object.encryption = "aws:kms"
        object.checksums =
            try algorithm.map { try FileChecksums.compute(MemoryFile(bytes), [$0], partSize: nil) } ?? [:]
        return object
    }

    private static func bucket(_ tag: String, checksum: ChecksumAlgorithm = .crc64nvme, changed: Bool) throws
        -> FakeBucket
    {
        FakeBucket([
            "m/same": Object(bytes), "m/kms": try encrypted(bytes, checksum, tag: tag),
            "m/changed": try encrypted(changed ? others : bytes, checksum, tag: tag),
            "m/unknown": try encrypted(bytes, nil, tag: tag),
        ])
    }

    private func diff(
        _ old: ComparedSource, _ new: ComparedSource, _ askOld: FakeBucket?, _ askNew: FakeBucket?
    ) async throws -> ArtifactDiff {
        var options = ArtifactComparer.Options()
        options.oldAttributes = askOld.map { BucketAttributes(bucket: "bucket", service: $0) }
        options.newAttributes = askNew.map { BucketAttributes(bucket: "bucket", service: $0) }
        return try await ArtifactComparer(options: options).compare(old, with: new)
    }

    private func source(_ bucket: FakeBucket) async throws -> ComparedSource {
        ComparedSource(.bucket(try await bucket.listing("s3://bucket/m/")), s3URI: "s3://bucket/m/")
    }

    private static func names(_ diff: ArtifactDiff) -> [ByteString] { diff.changes.map(\.path.lastComponent) }

    @Test func aDirectoryAndABucket() async throws {
        let bucket = try Self.bucket("a", changed: true)
        let directory = ComparedSource(.path(ByteString(folder.path + "/m")))
        for isReversed in [false, true] {
            let there = try await source(bucket)
            let diff =
                isReversed
                ? try await self.diff(there, directory, bucket, nil)
                : try await self.diff(directory, there, nil, bucket)
            #expect(Self.names(diff) == ["changed"] && diff.changes.first?.remark == nil)
            #expect(diff.unverified.map(\.to.path.lastComponent) == ["unknown"])
            #expect(diff.unverified.first?.reason == .encrypted && diff.summary.same == 2)
        }
        // Unless S3 is asked, ETags count.
        let unasked = try await diff(directory, source(bucket), nil, nil)
        #expect(Self.names(unasked) == ["changed", "kms", "unknown"])
        #expect(Set(bucket.log.heads) == ["m/kms", "m/changed", "m/unknown"])
    }

    @Test func twoBuckets() async throws {
        let (old, new) = (try Self.bucket("a", changed: false), try Self.bucket("b", changed: true))
        let diff = try await self.diff(source(old), source(new), old, new)
        #expect(Self.names(diff) == ["changed"] && diff.summary.same == 2)
        #expect(diff.unverified.map(\.to.path.lastComponent) == ["unknown"])
        let other = try Self.bucket("c", checksum: .sha256, changed: true)
        let unlike = try await self.diff(source(old), source(other), old, other)
        #expect(unlike.changes.isEmpty && unlike.unverified.count == 3)
    }

    /// An archive in S3 is read, and compared with a directory member by member.
    @Test func anArchiveInABucket() async throws {
        var tar = TarBuilder()
        for name in ["same", "kms", "unknown"] { tar.add(ByteString(name), contents: Self.bytes) }
        tar.add("changed", contents: Self.others)
        let bucket = FakeBucket(["m.tar.gz": Object(gzip(tar.finished))])
        var options = ArtifactComparer.Options()
        options.objectReading = ObjectReading(by: bucket)
        let there = ComparedSource(
            .bucket(try await bucket.listing("s3://bucket/m.tar.gz")), s3URI: "s3://bucket/m.tar.gz")
        let directory = ComparedSource(.path(ByteString(folder.path + "/m")))
        let diff = try await ArtifactComparer(options: options).compare(directory, with: there)
        #expect(Self.names(diff) == ["changed"] && diff.unverified.isEmpty && diff.summary.same == 3)
    }
}
