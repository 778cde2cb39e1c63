import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Buckets of S3 Express One Zone, whose ETags look like MD5s and are none.
@Suite struct DirectoryBucketTests {
    private static let bytes = [UInt8](repeating: 1, count: 50_000)
    private static let others = [UInt8](repeating: 2, count: 50_000)

    private let sample: VerificationSample

    init() throws {
        sample = try VerificationSample()
        for name in ["same", "changed", "unknown"] { try sample.write(name, Self.bytes) }
    }

    private static func object(_ bytes: [UInt8], hasChecksum: Bool) throws -> FakeBucket.Object {
        var object = FakeBucket.Object(bytes)
        object.etag = "0123456789abcdef0123456789abcdef"
        object.encryption = "AES256"
        if hasChecksum {
            object.checksums = try FileChecksums.compute(MemoryFile(bytes), [.crc64nvme], partSize: nil)
        }
        return object
    }

    private static func bucket() throws -> FakeBucket {
        FakeBucket([
            "m/same": try object(bytes, hasChecksum: true), "m/changed": try object(others, hasChecksum: true),
            "m/unknown": try object(bytes, hasChecksum: false),
        ])
    }

    @Test(arguments: ["models--use1-az4--x-s3", "door--use1-az4--xa-s3"]) func verify(_ name: String) async throws {
        let bucket = try Self.bucket()
        let listing = try await bucket.listing(ByteString("s3://\(name)/m/"))
        let unasked = try await sample.verify(sample.directory, .bucket(listing))
        #expect(unasked.objects.allSatisfy { $0.status == .unverifiable })
        #expect(unasked.reason("same").contains("in a directory bucket"))
        sample.options.attributes = BucketAttributes(bucket: ByteString(name), service: bucket)
        sample.options.provesContents = true
        sample.options.fileChecksums = { (file, wanted, partSize) throws(ArtifactError) in
            try FileChecksums.compute(file, wanted, partSize: partSize)
        }
        let answered = Lock<[Int]>([])
        sample.options.inquiryProgress = { count, asked in answered.withLock { $0 += [count, asked] } }
        let compared = try await sample.verify(sample.directory, .bucket(listing))
        #expect(compared.differing == ["changed changed", "unverifiable unknown"])
        #expect(compared.object("same")?.proof == "CRC64NVME")
        #expect(compared.reason("unknown").contains("in a directory bucket"))
        let counts = answered.withLock { $0 }
        #expect(!counts.isEmpty && counts.allSatisfy { (1...3).contains($0) })
        // The name of an ordinary bucket says nothing of the kind.
        sample.options = VerificationOptions()
        let plain = try await sample.verify(sample.directory, .bucket(bucket.listing("s3://models-x-s3/m/")))
        #expect(plain.objects.allSatisfy { $0.status == .changed })
    }

    @Test func listings() async throws {
        let listing = try sample.listing([.init(path: "same", etag: FakeBucket.Object(Self.bytes).etag, size: 50_000)])
        sample.options.s3URI = S3URI("s3://models--use1-az4--x-s3/m/")
        let compared = try await sample.verify(sample.directory, .listing(listing))
        #expect(compared.object("same")?.status == .unverifiable)
    }

    @Test func diff() async throws {
        let bucket = try Self.bucket()
        let uri: ByteString = "s3://models--use1-az4--x-s3/m/"
        let there = ComparedSource(.bucket(try await bucket.listing(uri)), s3URI: uri)
        let directory = ComparedSource(.path(sample.directory))
        let unasked = try await ArtifactComparer().compare(directory, with: there)
        #expect(unasked.changes.isEmpty && unasked.unverified.map(\.reason) == [.encrypted, .encrypted, .encrypted])
        var options = ArtifactComparer.Options()
        options.newAttributes = BucketAttributes(bucket: "models--use1-az4--x-s3", service: bucket)
        let diff = try await ArtifactComparer(options: options).compare(directory, with: there)
        #expect(diff.changes.map(\.path.lastComponent) == ["changed"] && diff.summary.same == 1)
        #expect(diff.unverified.map(\.to.path.lastComponent) == ["unknown"])
    }

    /// Nothing is hashed for the sake of its ETags, and nothing said by them.
    @Test func existing() async throws {
        let bucket = try Self.bucket()
        var options = InspectionOptions()
        options.s3URI = "s3://models--use1-az4--x-s3/m/"
        let listing = try await bucket.listing("s3://models--use1-az4--x-s3/m/")
        var objects = try ExistingObjects(.bucket(listing))
        let source = ArtifactSource.path(sample.directory)
        #expect(try objects.candidates(of: source, options: options).isEmpty)
        let doubted = try objects.doubted(of: source, options: options)
        #expect(doubted.map(\.key) == ["m/changed", "m/same", "m/unknown"])
        let proof = ContentProof(
            asking: BucketAttributes(bucket: "models--use1-az4--x-s3", service: bucket), rule: UploadRule(.awsCLI),
            jobs: nil)
        let (statuses, remarks) = try await proof.statuses(
            of: doubted.map {
                ContentProof.Pair(
                    key: $0.key, file: $0.file, size: $0.plan.size, etag: $0.etag, hasOtherETag: false)
            })
        #expect(statuses == [.changed, .same, .unverifiable] && remarks.isEmpty)
        objects.take(proved: ["same"])
        options.existing = objects
        let report = try ArtifactInspector(options: options).inspect(source)
        let messages = report.findings.filter { $0.rule == "overwrites-object" }.map(\.message)
        #expect(messages.count == 2 && messages.allSatisfy { $0.contains("nothing tells whether") }, "\(messages)")
    }

    /// An archive is not held to an ETag that is not made of it.
    @Test func archives() async throws {
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{}".utf8))
        let object = try Self.object(gzip(tar.finished), hasChecksum: false)
        let bucket = FakeBucket(["m.tar.gz": object])
        var options = InspectionOptions()
        options.objectReading = ObjectReading(by: bucket)
        options.hashesArchive = true
        options.recordsObjects = true
        let listing = try await bucket.listing("s3://models--use1-az4--x-s3/m.tar.gz")
        let report = try await OwnThread.run { [options] () throws(ArtifactError) in
            try ArtifactInspector(options: options).inspect(.bucket(listing))
        }
        #expect(report.isComplete && report.objects?.first?.etag == ETag(object.etag))
    }
}
