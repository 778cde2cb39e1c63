/// A file that comes by once: from a pipe, or by ranges from S3. Its beginning can be read again, to tell what it is.
///
/// Nobody may read ahead of others or come back to what was read, and its ETag is made while it comes by.
package protocol ForwardFile: RandomAccessFile {
    /// Whether the size is not known before the end, until which ``RandomAccessFile/size`` is `Int64.max`.
    var endIsUnknown: Bool { get }

    /// Says that it is read from its beginning to its end from now on.
    func begin()

    /// The ETag of all of it, once it has been read to its end; nil if it is not known.
    ///
    /// - Throws: ``ArtifactError`` if what was read is not what it should be.
    func etag() throws(ArtifactError) -> (etag: ETag, upload: StoredObject.Upload)?
}
