/// An archive that was written.
public struct PackedArchive: Hashable, Sendable {
    /// The sum of the sizes of the files in it, in bytes.
    public let contentSize: Int64
    /// Its size before compression in bytes.
    public let unpackedSize: Int64
    /// Its own size in bytes.
    public let size: Int64
    /// What S3 will call it; nil if the uploader cannot take it, or if its part size could only be known at the end and what
    /// was written could not be read again.
    public let etag: ETag?
    /// The size in bytes of the parts it is uploaded in; nil for a single PUT, and where it is not known.
    public let partSize: Int64?
}
