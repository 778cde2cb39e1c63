import Testing

@testable import ModelArtifacts

/// Answers of `aws s3api head-object`.
@Suite struct ObjectAttributesTests {
    private func read(_ text: String) throws(ArtifactError) -> ObjectAttributes {
        try ObjectAttributes(answer: Array(text.utf8), name: "answer")
    }

    @Test func aWholeAnswer() throws {
        let answer = try read(
            """
            {"AcceptRanges": "bytes", "LastModified": "2026-01-01T00:00:00+00:00", "ContentLength": 17000000,
             "ETag": "\\"81dc9bdb52d04dc20036dbd8313ed055-3\\"", "ChecksumCRC64NVME": "AAAAAAAAAAA=",
             "ChecksumSHA256": "abc=-3", "ChecksumType": "COMPOSITE", "ServerSideEncryption": "aws:kms",
             "Metadata": {"ContentLength": "1"}, "VersionId": null}
            """)
        #expect(answer.size == 17_000_000 && answer.etag?.partCount == 3)
        #expect(answer.checksums == [.crc64nvme: "AAAAAAAAAAA=", .sha256: "abc=-3"])
        #expect(answer.checksumsAreComposite && answer.encryption == "aws:kms")
        #expect(try read(#"{"ContentLength": 0, "SSECustomerAlgorithm": "AES256"}"#).encryption == "SSE-C")
    }

    /// A composite checksum of other parts than those that S3 tells the size of proves nothing.
    @Test(
        arguments: [
            ([.crc32: "a=-3"], true), ([.crc32: "a=-1"], false), ([.sha256: "a=-4", .crc32: "b=-3"], false),
            ([.crc32: "a=-3", .crc64nvme: "b="], true), ([.sha256: "a=-x"], false), ([.sha256: "a=-"], false),
            ([:], false),
        ] as [([ChecksumAlgorithm: String], Bool)])
    func partsOfCompositeChecksums(_ checksums: [ChecksumAlgorithm: String], _ areComparable: Bool) {
        var attributes = ObjectAttributes(size: 9, partSize: 4)
        attributes.checksumsAreComposite = true
        attributes.checksums = checksums
        #expect(LocalChecksums.areComparable(with: attributes) == areComparable)
        attributes.partSize = nil
        #expect(!LocalChecksums.areComparable(with: attributes))
        attributes.checksumsAreComposite = false
        #expect(LocalChecksums.areComparable(with: attributes) == !checksums.isEmpty)
    }

    /// Without a type, those of an object in parts are of the parts.
    @Test func aTypeThatIsNotTold() throws {
        let inParts = try read(
            #"{"ContentLength": 9, "ETag": "81dc9bdb52d04dc20036dbd8313ed055-2", "ChecksumCRC32": "a=", "ChecksumSHA256": "b=-2"}"#
        )
        #expect(inParts.checksumsAreComposite && inParts.checksums == [.crc32: "a=-2", .sha256: "b=-2"])
        let whole = try read(
            #"{"ContentLength": 9, "ETag": "81dc9bdb52d04dc20036dbd8313ed055", "ChecksumCRC32": "a="}"#)
        #expect(!whole.checksumsAreComposite && whole.checksums == [.crc32: "a="])
        let other = try read(
            #"{"ContentLength": 9, "ETag": "81dc9bdb52d04dc20036dbd8313ed055-2", "ChecksumCRC64NVME": "a="}"#)
        #expect(!other.checksumsAreComposite && other.checksums == [.crc64nvme: "a="])
    }

    @Test(arguments: [
        "", "null", "[]", "{}", #"{"ETag": "x"}"#, #"{"ContentLength": -1}"#, #"{"ContentLength": "1"}"#,
        #"{"ContentLength": 1"#, #"{"ContentLength": 1} x"#, #"{"ContentLength": 1, "ETag": 5}"#,
    ]) func anythingElse(_ text: String) {
        #expect(throws: ArtifactError.self) { try read(text) }
    }
}
