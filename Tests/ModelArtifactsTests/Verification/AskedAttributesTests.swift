import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ModelArtifacts

/// What S3 tells when it is asked, by a stand-in for it.
@Suite struct AskedAttributesTests {
    typealias Row = VerificationSample.Row

    /// Answers from a table.
    struct Answers: ObjectAttributesSource {
        var attributes: [ByteString: ObjectAttributes]
        let requestsInFlight = 3

        func attributes(
            ofKey key: ByteString, _ question: AttributeQuestion
        ) async throws -> ObjectAttributes {
            guard let found = attributes[key] else { throw ArtifactError(.notFound, "\(key): no such object") }
            return found
        }
    }

    private static let bytes: [UInt8] = {
        var generator = SplitMix64(seed: 3)
        return generator.bytes(300_000)
    }()
    private static let size = Int64(bytes.count)
    /// Nobody would guess this part size.
    private static let odd: Int64 = 123_457

    private let sample: VerificationSample
    private let listing: ByteString
    private let etag = VerificationSample.etag(bytes, partSize: odd)

    init() throws {
        sample = try VerificationSample()
        try sample.write("a", Self.bytes)
        listing = try sample.listing([Row(path: "a", etag: etag, size: Self.size)])
        sample.options.s3URI = S3URI("s3://bucket/m/")
        sample.options.fileChecksums = { (file, wanted, partSize) throws(ArtifactError) in
            // A checksum that serves for this test.
            let sum = try file.prefix(Int(file.size)).reduce(0) { ($0 &+ UInt64($1)) &* 31 }
            return Dictionary(
                uniqueKeysWithValues: wanted.map {
                    ($0, "\(sum)" + (partSize.map { "-\((file.size + $0 - 1) / $0)" } ?? ""))
                })
        }
    }

    private func verify(
        _ attributes: ObjectAttributes, expected: ByteString? = nil
    ) async throws -> Compared {
        sample.options.attributes = Answers(attributes: ["m/a": attributes])
        let report = try await ArtifactVerifier(options: sample.options).verify(
            expected: expected ?? sample.directory, actual: KeyListing(opening: listing),
            of: S3URI(bucket: "bucket", key: "m/"))
        return try Compared(report)
    }

    private func checksum() throws -> String {
        "\(Self.bytes.reduce(0) { ($0 &+ UInt64($1)) &* 31 })"
    }

    @Test func thePartSizeCanBeAskedFor() async throws {
        let attributes = ObjectAttributes(size: Self.size, etag: ETag(etag), partSize: Self.odd)
        #expect(try await verify(attributes).differing == ["changed a"])
        sample.options.asksForPartSizes = true
        let compared = try await verify(attributes)
        #expect(compared.differing == [])
        #expect(compared.report.actual.kind == "s3")
    }

    @Test func partsOfUnlikeSizes() async throws {
        let sizes: [Int64] = [100_000, 7, 199_993]
        var (digests, start): ([MD5Digest], Int) = ([], 0)
        for size in sizes {
            var part = MD5()
            unsafe Self.bytes[start..<start + Int(size)].withUnsafeBytes { unsafe part.update($0) }
            digests.append(part.finish())
            start += Int(size)
        }
        var attributes = ObjectAttributes(size: Self.size, etag: ETag(partDigests: digests))
        attributes.partsAreUnlike = true
        let rows = [Row(path: "a", etag: ETag(partDigests: digests).text, size: Self.size)]
        let listing = try sample.listing(rows)
        let compare = { (attributes: ObjectAttributes) async throws -> Compared in
            sample.options.attributes = Answers(attributes: ["m/a": attributes])
            return try Compared(
                await ArtifactVerifier(options: sample.options).verify(
                    expected: sample.directory, actual: KeyListing(opening: listing),
                    of: S3URI(bucket: "bucket", key: "m/")))
        }
        // Without the sizes it cannot be told, and what would tell it is named.
        let unasked = try await compare(attributes)
        #expect(unasked.differing == ["changed a"] && unasked.reason("a").contains("--exact-parts"))
        sample.options.asksForPartSizes = true
        #expect(try await compare(attributes).differing == ["unverifiable a"])
        attributes.partSizes = sizes
        #expect(try await compare(attributes).differing == [])
        attributes.partSizes = [100_000, 8, 199_992]
        #expect(try await compare(attributes).differing == ["changed a"])
    }

    @Test func checksumsAreComparedInPlaceOfETags() async throws {
        sample.options.comparesChecksums = true
        sample.options.encryption = .kms
        var attributes = ObjectAttributes(size: Self.size, etag: ETag("opaque"))
        attributes.checksums = [.crc64nvme: try checksum()]
        #expect(try await verify(attributes).differing == [])
        attributes.checksums = [.crc64nvme: try checksum(), .sha256: "other"]
        let changed = try await verify(attributes)
        #expect(changed.differing == ["changed a"])
        #expect(changed.reason("a").contains("SHA256 is other"))
        // Composite checksums are of certain parts.
        attributes.checksums = [.crc32: try checksum() + "-3"]
        attributes.checksumsAreComposite = true
        #expect(try await verify(attributes).differing == ["unverifiable a"])
        attributes.partSize = Self.odd
        #expect(try await verify(attributes).differing == [])
        attributes.checksums = [:]
        #expect(try await verify(attributes).differing == ["unverifiable a"])
    }

    @Test func withoutChecksumsETagsCount() async throws {
        sample.options.comparesChecksums = true
        var attributes = ObjectAttributes(size: Self.size, etag: ETag(etag), partSize: Self.odd)
        #expect(try await verify(attributes).differing == [])
        attributes.encryption = "aws:kms"
        let compared = try await verify(attributes)
        #expect(compared.differing == ["unverifiable a"])
        #expect(compared.reason("a").contains("SSE-KMS"))
    }

    @Test func aManifestMayHaveChecksums() async throws {
        sample.options.comparesChecksums = true
        let zeros = String(repeating: "0", count: 64)
        let base64 = Data(repeating: 0, count: 32).base64EncodedString()
        for text in [zeros, base64] {
            let manifest = try sample.file("sums.csv", Array("path,sha256\na,\(text)\n".utf8))
            var attributes = ObjectAttributes(size: Self.size)
            attributes.checksums = [.sha256: base64]
            #expect(try await verify(attributes, expected: manifest).differing == [])
            attributes.checksums = [.sha256: "B" + base64.dropFirst()]
            #expect(try await verify(attributes, expected: manifest).differing == ["changed a"])
            attributes.checksums = [.crc32: "AAAAAA=="]
            #expect(try await verify(attributes, expected: manifest).differing == ["unverifiable a"])
            attributes.checksums = [.sha256: base64]
            attributes.checksumsAreComposite = true
            #expect(try await verify(attributes, expected: manifest).differing == ["unverifiable a"])
        }
    }

    @Test func whatChangesOrIsGoneIsAnError() async throws {
        sample.options.comparesChecksums = true
        let changed = await #expect(throws: ArtifactError.self) { _ = try await verify(ObjectAttributes(size: 1)) }
        #expect(changed?.code == .changedWhileRead)
        sample.options.attributes = Answers(attributes: [:])
        let gone = await #expect(throws: ArtifactError.self) {
            _ = try await ArtifactVerifier(options: sample.options).verify(
                expected: sample.directory, actual: KeyListing(opening: listing), of: S3URI(bucket: "bucket", key: "m/")
            )
        }
        #expect(gone?.code == .notFound)
        sample.options.attributes = nil
        let nobody = await sample.error(sample.directory, .path(sample.directory))
        #expect(nobody?.code == .usage)
    }
}
