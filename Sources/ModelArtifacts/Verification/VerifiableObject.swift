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
    /// What few objects have, elsewhere, since millions of them are handed on.
    private var rarities: Rarities?

    private final class Rarities: Sendable {
        let checksums: [ChecksumAlgorithm: String]
        let defect: String?

        init(_ checksums: [ChecksumAlgorithm: String], _ defect: String?) {
            self.checksums = checksums
            self.defect = defect
        }
    }

    /// The checksums in base64 that a manifest has, of the whole contents.
    package var checksums: [ChecksumAlgorithm: String] {
        get { rarities?.checksums ?? [:] }
        set { rarities = Rarities(newValue, defect) }
    }

    /// What makes that the object cannot be compared, whatever the other side says.
    package var defect: String? {
        get { rarities?.defect }
        set { rarities = Rarities(checksums, newValue) }
    }

    /// An object of which no more is known than that it is there.
    package init(path: ByteString, size: Int64? = nil, etag: ETag? = nil) {
        self.path = path
        self.size = size
        self.etag = etag
    }
}
