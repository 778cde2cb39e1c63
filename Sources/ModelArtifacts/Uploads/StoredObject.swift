/// An object that S3 holds or would hold.
public struct StoredObject: Hashable, Sendable {
    /// The key relative to the prefix; for a single object its file name.
    public var path: ByteString
    /// In bytes; nil where a listing does not tell.
    public var size: Int64?
    /// The ETag, where it is known.
    public var etag: ETag?
    /// How the object is, or was, uploaded.
    public var upload: Upload
    /// Whether it is in S3 alone: an upload of the source leaves it where it is.
    public package(set) var isLeftover = false
    /// The checksums of the whole contents, as bytes, as far as they were computed.
    package var checksums: [ChecksumAlgorithm: [UInt8]] = [:]

    /// What is known of an upload.
    public enum Upload: Hashable, Sendable {
        /// In one request.
        case singlePut
        /// In parts of a size in bytes.
        case multipart(partSize: Int64)
        /// Only a listing told the ETag.
        case unknown
    }
}

extension StoredObject.Upload {
    /// The upload that a plan describes.
    init(_ plan: PartPlan) {
        self = plan.partSize.map { .multipart(partSize: $0) } ?? .singlePut
    }
}
