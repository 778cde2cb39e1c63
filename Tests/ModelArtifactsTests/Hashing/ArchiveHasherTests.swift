import Testing

@testable import ModelArtifacts

/// The ETag of a file that is hashed while something else reads it.
@Suite struct ArchiveHasherTests {
    static func expected(_ bytes: [UInt8], _ rule: UploadRule) throws -> ETag {
        var etag = StreamingETag(plan: try rule.plan(forSize: Int64(bytes.count)), path: "x")
        bytes.withUnsafeBytes { etag.update($0) }
        return try etag.finish()
    }

    @Test(arguments: [0, 1, 63, 64, 9_999, 10_000, 10_001, 65_536, 700_000, 10_000_000])
    func isTheETagOfTheFile(_ size: Int) throws {
        var generator = SampleBytes(seed: UInt64(size))
        let bytes = generator.bytes(size)
        for rule in [UploadRule(.awsCLI), try UploadRule(partSize: 10_000), try UploadRule(partSize: 5_000_000)] {
            let hasher = try #require(try ArchiveHasher(rule: rule, file: MemoryFile(bytes)))
            // The reader may stop anywhere.
            for offset in stride(from: 0, to: Int64(size) / 2, by: 300_000) { hasher.advance(to: offset) }
            let (etag, upload) = try hasher.finish()
            #expect(try etag == Self.expected(bytes, rule))
            #expect(upload == StoredObject.Upload(try rule.plan(forSize: Int64(size))))
        }
    }

    @Test func nothingIsReadBeforeTheReaderCameBy() throws {
        let file = FakeFile(size: 40 << 20, fault: .failsAt(16 << 20))
        // It is dropped while the thread waits.
        let hasher = try #require(try ArchiveHasher(rule: UploadRule(.awsCLI), file: file))
        hasher.advance(to: 16 << 20)
        // Once the rest is asked for, the failure is told.
        let other = try #require(try ArchiveHasher(rule: UploadRule(.awsCLI), file: file))
        other.advance(to: 16 << 20)
        let error = #expect(throws: ArtifactError.self) { try other.finish() }
        #expect(error?.code == .readFailed)
    }

    @Test func aFileThatHasBecomeShorterIsAnError() throws {
        let file = FakeFile(size: 40 << 20, fault: .endsAt(9 << 20))
        let hasher = try #require(try ArchiveHasher(rule: UploadRule(.awsCLI), file: file))
        let error = #expect(throws: ArtifactError.self) { try hasher.finish() }
        #expect(error?.code == .changedWhileRead)
    }
}
