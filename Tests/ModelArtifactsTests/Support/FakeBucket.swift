@testable import ModelArtifacts

/// A bucket in memory that answers as S3 does, or as somebody who lies.
final class FakeBucket: BucketService {
    struct Object {
        var bytes: [UInt8]
        var etag: String
        /// The sizes of the parts of a multipart upload.
        var partSizes: [Int64] = []
        var checksums: [ChecksumAlgorithm: String] = [:]
        var checksumsAreComposite = false
        var encryption: String?
        var storageClass = "STANDARD"
        /// What `HeadObject` says in place of the size.
        var toldSize: Int64?
        /// What is read in place of the contents once it was listed, and so many ranges were read.
        var later: (bytes: [UInt8], etag: String)?
        var rangesBefore = 0
        var isETagListed = true
        var isForbidden = false
        /// Whether an answer with contents says of what ETag they are.
        var answersTellETag = true

        /// One that a PUT wrote.
        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            etag = VerificationSample.etag(bytes)
        }

        /// One that was uploaded in parts.
        init(_ bytes: [UInt8], partSize: Int64) {
            self.bytes = bytes
            etag = VerificationSample.etag(bytes, partSize: partSize)
            partSizes = stride(from: 0, to: Int64(bytes.count), by: Int64.Stride(partSize)).map {
                min(partSize, Int64(bytes.count) - $0)
            }
        }
    }

    struct Log {
        var heads: [ByteString] = []
        var reads: [(key: ByteString, range: Range<Int64>)] = []
        /// The ETag that each of the reads named.
        var conditions: [ETag?] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    let objects: [ByteString: Object]
    let requestsInFlight: Int
    let readsContentsUnasked = true
    private let state = Lock(Log())

    init(_ objects: [ByteString: Object], requestsInFlight: Int = 64) {
        self.objects = objects
        self.requestsInFlight = requestsInFlight
    }

    var log: Log { state.withLock { $0 } }

    func listing(_ uri: ByteString, _ extent: BucketListing.Extent = .whatIsThere) async throws -> BucketListing {
        guard let uri = S3URI(uri) else { throw ArtifactError(.usage, "\(uri)") }
        return try await BucketListing.fetch(uri, by: self, extent: extent)
    }

    func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (Int) -> Void)?
    ) async throws -> BucketListing {
        var builder = try BucketListingBuilder(uri, extent: extent)
        var isWhole = true
        for (key, object) in objects.sorted(by: { $0.key < $1.key }) where key.hasPrefix(uri.key) {
            guard !builder.hasAllThatIsWanted else {
                isWhole = false
                break
            }
            let etag = object.isETagListed ? Array(object.etag.utf8) : []
            let storageClass = Array(object.storageClass.utf8)
            try builder.append(
                key: key.bytes.span, size: Int64(object.bytes.count), etag: etag.span, storageClass: storageClass.span)
        }
        progress?(builder.count)
        return try builder.finish(isWhole: isWhole)
    }

    func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes {
        state.withLock { $0.heads.append(uri.key) }
        let object = try await take(uri)
        var attributes = ObjectAttributes(size: object.toldSize ?? Int64(object.bytes.count), etag: ETag(object.etag))
        attributes.encryption = object.encryption
        if checksums {
            attributes.checksums = object.checksums
            attributes.checksumsAreComposite = object.checksumsAreComposite
        }
        if let partNumber {
            guard object.partSizes.indices.contains(partNumber - 1) else {
                throw ArtifactError(.readFailed, "\(uri): 416")
            }
            attributes.size = object.partSizes[partNumber - 1]
        }
        return attributes
    }

    func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> RangeAnswer {
        let count = state.withLock { log in
            log.reads.append((uri.key, range))
            log.conditions.append(etag)
            return log.reads.count { $0.key == uri.key }
        }
        let object = try await take(uri)
        let (bytes, now) =
            count > object.rangesBefore ? object.later ?? (object.bytes, object.etag) : (object.bytes, object.etag)
        guard etag == nil || etag == ETag(now) else { throw ArtifactError(.changedWhileRead, "\(uri): 412") }
        guard range.upperBound <= bytes.count else { throw ArtifactError(.changedWhileRead, "\(uri): short") }
        return RangeAnswer(
            Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)]),
            etag: object.answersTellETag ? ETag(now) : nil, objectSize: Int64(bytes.count))
    }

    private func take(_ uri: S3URI) async throws -> Object {
        state.withLock { log in
            log.underWay += 1
            log.mostUnderWay = max(log.mostUnderWay, log.underWay)
        }
        defer { state.withLock { $0.underWay -= 1 } }
        await Task.yield()
        guard let object = objects[uri.key] else { throw ArtifactError(.notFound, "\(uri): 404") }
        guard !object.isForbidden else { throw ArtifactError(.accessDenied, "\(uri): s3:GetObject") }
        return object
    }
}
