/// What a listing says of an object, besides its key and ETag.
package struct ListedObject: Hashable, Sendable {
    /// In bytes, 0 or more; nil where the listing does not tell it exactly.
    package var size: Int64?
    /// How the object was uploaded.
    package var upload = StoredObject.Upload.unknown
    /// The bucket, where the row names one.
    package var bucket: ByteString?
    /// Whether SSE-KMS or DSSE-KMS encrypts the object, so that its ETag is not an MD5; nil where the listing does not tell.
    package var isEncryptedWithKMS: Bool?
    /// Where it has to be restored from before it can be read; nil where the listing does not say that it has to.
    package var archiveClass: ArchiveClass?
    /// Where in the key the path begins that a manifest tells; nil where none is told.
    package var pathStart: Int?

    package init(
        size: Int64? = nil, upload: StoredObject.Upload = .unknown, bucket: ByteString? = nil,
        isEncryptedWithKMS: Bool? = nil, pathStart: Int? = nil
    ) {
        self.size = size
        self.upload = upload
        self.bucket = bucket
        self.isEncryptedWithKMS = isEncryptedWithKMS
        self.pathStart = pathStart
    }
}
