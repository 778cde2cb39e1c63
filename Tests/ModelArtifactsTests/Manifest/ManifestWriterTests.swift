import Testing

@testable import ModelArtifacts

@Suite struct ManifestWriterTests {
    /// However many threads make the rows, they are those that are made one after the other, also where slices meet.
    @Test(arguments: [0, 1, 1023, 1024, 1025, 4097, 30_000], [1, 2, 5])
    func rowsAreTheSameForAllJobs(count: Int, jobs: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        let objects = (0..<count).map { object($0, &random) }
        let serial = try manifest { writer throws(ArtifactError) in
            for object in objects { try writer.write(object) }
        }
        let shared = try manifest { writer throws(ArtifactError) in try writer.write(objects, jobs: jobs) }
        #expect(shared == serial)
        #expect(serial.count > 40 * count)
    }

    /// Of several keys that a manifest cannot hold, the first is named, whichever thread was faster.
    @Test(arguments: [1, 2, 5])
    func firstErrorCounts(jobs: Int) throws {
        var objects = (0..<20_000).map { StoredObject(path: ByteString("\($0)"), size: 1, upload: .singlePut) }
        for place in [19_000, 9000, 8999] {
            objects[place].path = ByteString([0xFF] + objects[place].path.bytes)
        }
        let error = #expect(throws: ArtifactError.self) {
            try manifest { writer throws(ArtifactError) in try writer.write(objects, jobs: jobs) }
        }
        #expect(error?.code == .malformedInput)
        #expect(error.map { "\($0)".contains("8999") } == true)
    }

    private func object(_ number: Int, _ random: inout SplitMix64) -> StoredObject {
        let names = ["a b/", "ä,", "\"", " \n"]
        let digest = MD5Digest(high: random.next(), low: random.next())
        return StoredObject(
            path: ByteString(names[number % names.count] + String(number)), size: Int64(random.next() >> 20),
            etag: number % 7 == 0 ? nil : ETag(md5: digest),
            upload: number % 3 == 0 ? .multipart(partSize: 8 << 20) : .singlePut)
    }

    private func manifest(_ write: (inout ManifestWriter) throws(ArtifactError) -> Void) throws -> [UInt8] {
        let written = Lock<[UInt8]>([])
        let uri = try #require(S3URI("s3://bucket/prefix/"))
        var writer = try ManifestWriter(uri: uri, dataType: .prefix) { chunk throws(ArtifactError) in
            written.withLock { $0 += chunk }
        }
        try write(&writer)
        try writer.finish()
        return written.withLock { $0 }
    }
}
