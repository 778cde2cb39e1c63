import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// What is said of objects whose ETags prove nothing, by a bucket in memory.
@Suite struct ProofTests {
    typealias Object = FakeBucket.Object

    private static let bytes = SplitMix64.bytes(300_000, seed: 5)
    private static let others = SplitMix64.bytes(300_000, seed: 6)
    private static let opaque = "0123456789abcdef0123456789abcdef"

    private let sample: VerificationSample

    init() throws {
        sample = try VerificationSample()
        sample.options.provesContents = true
        sample.options.fileChecksums = { (file, wanted, partSize) throws(ArtifactError) in
            try FileChecksums.compute(file, wanted, partSize: partSize)
        }
    }

    private func verify(_ bucket: FakeBucket, expected: ByteString? = nil) async throws -> Compared {
        sample.options.attributes = BucketAttributes(bucket: "bucket", service: bucket)
        return try await sample.verify(expected ?? sample.directory, .bucket(bucket.listing("s3://bucket/m/")))
    }

    private func verify(_ object: Object, expected: ByteString? = nil) async throws -> Compared {
        try await verify(FakeBucket(["m/a": object]), expected: expected)
    }

    private static func key(_ index: Int) -> ByteString { ByteString("m/\(index)") }

    private static func checksums(
        _ bytes: [UInt8], _ algorithms: Set<ChecksumAlgorithm>, partSize: Int64? = nil
    ) throws -> [ChecksumAlgorithm: String] {
        try FileChecksums.compute(MemoryFile(bytes), algorithms, partSize: partSize)
    }

    /// An object under SSE-KMS, with a checksum.
    private static func encrypted(
        _ bytes: [UInt8], _ algorithm: ChecksumAlgorithm? = .crc64nvme, partSize: Int64? = nil
    ) throws -> Object {
        var object = partSize.map { Object(bytes, partSize: $0) } ?? Object(bytes)
        object.etag = opaque + (partSize == nil ? "" : "-\(object.partSizes.count)")
        object.encryption = "aws:kms"
        if let algorithm {
            object.checksums = try checksums(bytes, [algorithm], partSize: partSize)
            object.checksumsAreComposite = partSize != nil && algorithm != .crc64nvme
        }
        return object
    }

    @Test(arguments: ChecksumAlgorithm.allCases) func aChecksumProves(_ algorithm: ChecksumAlgorithm) async throws {
        try sample.write("a", Self.bytes)
        for partSize in [nil, 100_000, 299_999] as [Int64?] {
            let same = try await verify(Self.encrypted(Self.bytes, algorithm, partSize: partSize))
            #expect(same.differing == [] && same.object("a")?.proof == algorithm.rawValue)
            #expect(same.report.summary.proofs == [algorithm.rawValue: 1])
            let changed = try await verify(Self.encrypted(Self.others, algorithm, partSize: partSize))
            #expect(changed.differing == ["changed a"] && changed.reason("a").hasPrefix(algorithm.rawValue))
            #expect(changed.report.summary.proofs.isEmpty)
        }
    }

    @Test func withoutAChecksumEncryptionLeavesItOpen() async throws {
        try sample.write("a", Self.bytes)
        for encryption in ["aws:kms", "aws:kms:dsse", "SSE-C"] {
            var object = try Self.encrypted(Self.bytes, nil)
            object.encryption = encryption
            let compared = try await verify(object)
            #expect(compared.differing == ["unverifiable a"])
            #expect(compared.reason("a").contains("S3 keeps no checksum"))
        }
        // Under SSE-S3, an ETag is an MD5.
        var object = Object(Self.others)
        object.encryption = "AES256"
        let changed = try await verify(object)
        #expect(changed.differing == ["changed a"] && changed.reason("a") == "other contents of the same size")
    }

    /// Nobody would guess these parts, and there is no checksum.
    @Test func partsAreAskedForWhereNothingElseTells() async throws {
        try sample.write("a", Self.bytes)
        #expect(try await verify(Object(Self.bytes, partSize: 123_457)).differing == [])
        let changed = try await verify(Object(Self.others, partSize: 123_457))
        #expect(changed.differing == ["changed a"] && changed.reason("a") == "other contents of the same size")
        var unlike = Object(Self.bytes)
        unlike.partSizes = [100_000, 7, 199_993]
        var (digests, start): ([MD5Digest], Int) = ([], 0)
        for size in unlike.partSizes {
            var part = MD5()
            part.update(Array(Self.bytes[start..<start + Int(size)]).span.bytes)
            digests.append(part.finish())
            start += Int(size)
        }
        unlike.etag = ETag(partDigests: digests).text
        #expect(try await verify(unlike).differing == [])
        unlike.etag = Self.opaque + "-3"
        #expect(try await verify(unlike).differing == ["changed a"])
    }

    /// Nobody is asked about what the listing proves.
    @Test func onlyWhatIsOpenIsAsked() async throws {
        var objects: [ByteString: Object] = [:]
        for index in 0..<40 {
            let bytes = Array(Self.bytes.prefix(1000 + index))
            try sample.write("\(index)", bytes)
            objects[Self.key(index)] = index % 4 == 0 ? try Self.encrypted(bytes) : Object(bytes)
        }
        try sample.write("missing", [1])
        objects["m/unexpected"] = Object([1])
        try sample.write("size", [1])
        objects["m/size"] = Object([1, 2])
        let bucket = FakeBucket(objects)
        let compared = try await verify(bucket)
        #expect(compared.differing == ["missing missing", "changed size", "unexpected unexpected"])
        let asked = Set(bucket.log.heads)
        #expect(asked == Set((0..<10).map { Self.key(4 * $0) }))
        #expect(bucket.log.heads.count == asked.count && bucket.log.mostUnderWay > 1)
        // Whoever is not to ask keeps to the listing.
        sample.options.provesContents = false
        let silent = FakeBucket(objects)
        #expect(try await verify(silent).differing.count { $0.hasPrefix("changed") } == 11)
        #expect(silent.log.heads.isEmpty)
    }

    @Test func aMissingPermissionIsSaidOnce() async throws {
        var objects: [ByteString: Object] = [:]
        for index in 0..<100 {
            let bytes = Array(Self.bytes.prefix(1000 + index))
            try sample.write("\(index)", bytes)
            objects[Self.key(index)] = try Self.encrypted(bytes)
            objects[Self.key(index)]?.isForbidden = true
        }
        let bucket = FakeBucket(objects, requestsInFlight: 2)
        let compared = try await verify(bucket)
        #expect(compared.report.summary.count(.unverifiable) == 100)
        #expect(compared.report.remarks.count == 1)
        #expect(compared.report.remarks[0].contains("s3:GetObject"))
        #expect(bucket.log.heads.count < 10)
        // Where others are answered, each is asked.
        for index in 0..<50 { objects[Self.key(index)]?.isForbidden = false }
        let mixed = try await verify(FakeBucket(objects, requestsInFlight: 1))
        #expect(mixed.report.summary.count(.same) == 50 && mixed.report.remarks.count == 1)
    }

    /// What cannot be a checksum proves nothing.
    @Test(arguments: ["", "AAAA", "not base64!!", "AAAAAAAAAAA=-2", "AAAAAAAAAAA"]) func lies(_ text: String)
        async throws
    {
        try sample.write("a", Self.bytes)
        var object = try Self.encrypted(Self.bytes)
        object.checksums = [.crc64nvme: text]
        #expect(try await verify(object).differing == ["unverifiable a"])
        object.toldSize = 5
        let error = await #expect(throws: ArtifactError.self) { _ = try await verify(object) }
        #expect(error?.code == .changedWhileRead)
    }

    @Test func manifests() async throws {
        let etag = VerificationSample.etag(Self.bytes)
        let manifest = try sample.manifest([.init(path: "a", etag: etag, size: Int64(Self.bytes.count))])
        #expect(try await verify(Object(Self.bytes), expected: manifest).differing == [])
        #expect(try await verify(Object(Self.others), expected: manifest).differing == ["changed a"])
        #expect(try await verify(Self.encrypted(Self.bytes), expected: manifest).differing == ["unverifiable a"])
        // Uploads in other parts prove nothing, unless there are none.
        #expect(
            try await verify(Object(Self.bytes, partSize: 7000), expected: manifest).differing == ["unverifiable a"])
        let parts = VerificationSample.etag(Self.bytes, partSize: 100_000)
        for (partSize, status) in [
            ("100000", "changed a"), ("unknown", "unverifiable a"), ("120000", "unverifiable a"),
        ] {
            let inParts = try sample.manifest([
                .init(path: "a", etag: parts, size: Int64(Self.bytes.count), partSize: partSize)
            ])
            #expect(try await verify(Object(Self.bytes, partSize: 100_000), expected: inParts).differing == [])
            #expect(try await verify(Object(Self.others, partSize: 100_000), expected: inParts).differing == [status])
        }
        let sums = try sample.file(
            "sums.csv", Array("path,sha256\na,\(Self.checksums(Self.bytes, [.sha256])[.sha256] ?? "")\n".utf8))
        let same = try await verify(Self.encrypted(Self.bytes, .sha256), expected: sums)
        #expect(same.differing == [] && same.object("a")?.proof == "SHA256")
        #expect(try await verify(Self.encrypted(Self.others, .sha256), expected: sums).differing == ["changed a"])
        #expect(try await verify(Self.encrypted(Self.bytes, .crc32), expected: sums).differing == ["unverifiable a"])
    }

    /// Objects of every kind, with the same or other contents, and what has to be said of each.
    @Test func randomBuckets() async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for round in 0..<10 {
            var objects: [ByteString: Object] = [:]
            var wanted: [String] = []
            for index in 0..<30 {
                let size = Int.random(in: 1...40_000, using: &random)
                let bytes = random.bytes(size)
                let name = "\(round)-\(index)"
                try sample.write(name, bytes)
                let isSame = Bool.random(using: &random)
                var others = bytes
                others[Int.random(in: 0..<size, using: &random)] ^= 0x10
                let partSize = Bool.random(using: &random) ? Int64(Int.random(in: 1...size, using: &random)) : nil
                let held = isSame ? bytes : others
                var object = partSize.map { Object(held, partSize: max($0, Int64(size / 50 + 1))) } ?? Object(held)
                var isKnown = true
                if Bool.random(using: &random) {
                    let hasChecksum = Bool.random(using: &random)
                    let algorithm = ChecksumAlgorithm.allCases.randomElement(using: &random) ?? .crc32
                    let parts = object.partSizes.first
                    object = try Self.encrypted(held, hasChecksum ? algorithm : nil, partSize: parts)
                    isKnown = hasChecksum
                }
                objects["m/" + ByteString(name)] = object
                if !isKnown {
                    wanted.append("unverifiable \(name)")
                } else if !isSame {
                    wanted.append("changed \(name)")
                }
            }
            let compared = try await verify(FakeBucket(objects))
            #expect(Set(compared.differing) == Set(wanted), "seed \(seed)")
            try FileManager.default.removeItem(atPath: sample.folder.path + "/m")
        }
    }
}

extension SplitMix64 {
    fileprivate static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var generator = SplitMix64(seed: seed)
        return generator.bytes(count)
    }
}
