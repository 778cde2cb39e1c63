/// An object on one side of a comparison.
package struct VerifiableObject: Sendable {
    /// Relative to the prefix or the directory.
    package var path: ByteString
    /// In bytes; nil where it is not known.
    package var size: Int64?
    /// The ETag in S3; nil of a local file, and where it is not known.
    package var etag: ETag?
    /// How the object was uploaded.
    package var upload = StoredObject.Upload.unknown
    /// Why the ETag is no MD5, as far as the source of the object tells.
    package var encryption: ETagEncryption?
    /// The MD5 of a local file that was hashed when it was found.
    package var md5: MD5Digest?
    /// The checksums in base64 that a manifest has, of the whole contents.
    package var checksums: [ChecksumAlgorithm: String] = [:]
    /// What makes that the object cannot be compared, whatever the other side says.
    package var defect: String?

    /// An object of which no more is known than that it is there.
    package init(path: ByteString, size: Int64? = nil, etag: ETag? = nil) {
        self.path = path
        self.size = size
        self.etag = etag
    }

    /// Takes over what a listing or manifest says, with an ETag that may be empty.
    init(path: ByteString, etag: Span<UInt8>, _ object: ListedObject) {
        self.path = path
        size = object.size
        self.etag = etag.isEmpty ? nil : ETag(ByteString(etag))
        upload = object.upload
        if object.isEncryptedWithKMS == true { encryption = .kms }
    }
}

extension ETag {
    /// Takes a tag that need not be UTF-8, which makes it something else than a digest.
    init(_ text: ByteString) { self.init(text.string ?? DisplayText.escaped(text.bytes)) }
}
