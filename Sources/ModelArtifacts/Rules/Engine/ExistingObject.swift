/// An object that S3 holds already, and what becomes of it when the source is uploaded.
package struct ExistingObject: Hashable, Sendable {
    /// What an upload does to it.
    package enum Fate: Hashable, Sendable {
        /// Nothing: the source has no object of that key, so it stays and is part of the model.
        case stale
        /// The upload replaces it by something else, as far as is known.
        case overwritten(Difference)
    }

    /// How the new object differs.
    package enum Difference: Hashable, Sendable {
        /// It has this size in bytes.
        case size(Int64)
        /// It has the same size and this ETag.
        case etag(ETag)
        /// Its ETag is another one, since it is not uploaded in as many parts.
        case otherETag
        /// Nothing tells whether it differs.
        case unknown
    }

    /// The key without the prefix.
    package var path: ByteString
    /// In bytes.
    package var size: Int64?
    package var etag: ETag?
    package var fate: Fate

    package init(path: ByteString, size: Int64? = nil, etag: ETag? = nil, fate: Fate) {
        self.path = path
        self.size = size
        self.etag = etag
        self.fate = fate
    }
}
