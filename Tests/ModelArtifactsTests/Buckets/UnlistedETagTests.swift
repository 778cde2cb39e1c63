import TestSupport
import Testing

@testable import ModelArtifacts

/// Objects of a store that lists no ETags: what is replaced while it is read is an error, and never a mixture.
@Suite struct UnlistedETagTests {
    private static let key: ByteString = "m/model.bin"
    private static let uri = S3URI(bucket: "bucket", key: key)

    private static func object(_ change: (inout FakeBucket.Object) -> Void = { _ in }) -> FakeBucket.Object {
        var random = SplitMix64(seed: 11)
        var object = FakeBucket.Object(random.bytes(20_000_000))
        object.isETagListed = false
        change(&object)
        return object
    }

    /// Reads all of an object, on a thread of its own since that waits.
    private func read(_ object: FakeBucket.Object, lanes: Int = 64) async throws -> (bytes: [UInt8], bucket: FakeBucket)
    {
        let bucket = FakeBucket([Self.key: object], requestsInFlight: lanes)
        let bytes = try await OwnThread.run { () throws(ArtifactError) in
            let file = RemoteObject(Self.uri, size: Int64(object.bytes.count), etag: nil, by: bucket)
            file.begin()
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: object.bytes.count, alignment: 1)
            defer { buffer.deallocate() }
            var offset = 0
            while offset < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[offset...])
                offset += try file.read(into: rest, at: Int64(offset))
            }
            return Array(buffer)
        }
        return (bytes, bucket)
    }

    @Test(arguments: [1, 64]) func theFirstAnswerTells(_ lanes: Int) async throws {
        let object = Self.object()
        let (bytes, bucket) = try await read(object, lanes: lanes)
        #expect(bytes == object.bytes)
        if lanes == 1 { #expect(bucket.log.conditions == [nil] + [ETag?](repeating: ETag(object.etag), count: 4)) }
    }

    @Test(arguments: [1, 64], 1...4) func whatIsReplacedIsNoMixture(_ lanes: Int, _ before: Int) async throws {
        let object = Self.object { object in
            object.later = ([UInt8](repeating: 7, count: object.bytes.count), "other")
            object.rangesBefore = before
        }
        let error = await #expect(throws: ArtifactError.self) { _ = try await read(object, lanes: lanes) }
        #expect(error?.code == .changedWhileRead)
        let shorter = Self.object { object in
            object.later = (Array(object.bytes.dropLast()), object.etag)
            object.rangesBefore = before
        }
        let other = await #expect(throws: ArtifactError.self) { _ = try await read(shorter, lanes: lanes) }
        #expect(other?.code == .changedWhileRead)
    }

    /// Where nothing at all tells, several ranges are refused, and one is enough for what is small.
    @Test(arguments: [1, 64]) func noETagsAnywhere(_ lanes: Int) async throws {
        let error = await #expect(throws: ArtifactError.self) {
            _ = try await read(Self.object { $0.answersTellETag = false }, lanes: lanes)
        }
        #expect(error?.code == .readFailed && error?.message.contains("--names-only") == true)
        var small = FakeBucket.Object([1, 2, 3])
        small.answersTellETag = false
        #expect(try await read(small, lanes: lanes).bytes == [1, 2, 3])
    }

    /// Headers of weights, of which more than one range is read.
    @Test func contents() async throws {
        let header = #"{"w":{"dtype":"F32","shape":[750000],"data_offsets":[0,3000000]}}"#
        let padding = String(repeating: " ", count: 200_000)
        var object = FakeBucket.Object(
            TinyModel.safetensors(header: header + padding, data: [UInt8](repeating: 7, count: 3_000_000)))
        object.isETagListed = false
        func inspect(_ object: FakeBucket.Object) async throws -> (InspectionReport, FakeBucket) {
            let bucket = FakeBucket(["m/w.safetensors": object])
            var options = InspectionOptions()
            options.objectReading = ObjectReading(by: bucket)
            let told = Lock<[Int]>([])
            options.walkProgress = { files, bytes in told.withLock { $0 += [files, Int(bytes)] } }
            let listing = try await bucket.listing("s3://bucket/m/")
            let report = try await OwnThread.run { [options] () throws(ArtifactError) in
                try ArtifactInspector(options: options).inspect(.bucket(listing))
            }
            let bytes = bucket.log.reads.reduce(0) { $0 + $1.range.count }
            #expect(told.withLock { $0 } == [1, bytes])
            return (report, bucket)
        }
        let (report, bucket) = try await inspect(object)
        #expect(!report.findings.contains { $0.severity == .error })
        #expect(bucket.log.conditions.count > 1)
        #expect(
            bucket.log.conditions == [nil] + bucket.log.conditions.dropFirst().map { _ in ETag(object.etag) as ETag? })
        object.later = (object.bytes, "other")
        object.rangesBefore = 1
        let error = await #expect(throws: ArtifactError.self) { _ = try await inspect(object) }
        #expect(error?.code == .changedWhileRead)
    }
}
