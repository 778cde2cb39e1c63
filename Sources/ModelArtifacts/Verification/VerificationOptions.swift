/// Computes the checksums of a file as S3 gives them: base64, composite with a part size in bytes.
package typealias FileChecksumFunction =
    @Sendable (
        _ file: any RandomAccessFile, _ wanted: Set<ChecksumAlgorithm>, _ partSize: Int64?
    ) throws(ArtifactError) -> [ChecksumAlgorithm: String]

/// How to compare what is expected with what is there.
public struct VerificationOptions: Sendable {
    /// The prefix, or the one object, that the keys of a listing or manifest are below.
    ///
    /// Without it a manifest with URIs and paths tells the prefix of a listing, if all its rows agree; else the keys of a
    /// listing are relative to the bucket.
    public var s3URI: S3URI?
    /// Which files of a directory to leave out.
    public var filter = PathFilter()
    /// Whether objects that nobody expects are accepted.
    public var allowsUnexpected = false
    /// Whether objects whose ETags or checksums cannot be compared are accepted if their sizes are known and equal.
    public var allowsUnverifiable = false
    /// Whether only sizes are compared, which proves little.
    public var comparesSizesOnly = false
    /// Whether to compare the checksums that S3 keeps, where there are any in common, instead of ETags.
    public var comparesChecksums = false
    /// Whether to ask S3 for the part size of objects that were uploaded in parts.
    public var asksForPartSizes = false
    /// Why the ETags that S3 gave are no MD5s; nil if they are.
    public var encryption: ETagEncryption?
    /// How objects are likely to be uploaded, for files whose part size nothing tells.
    public var uploadRule = UploadRule(.awsCLI)
    /// The columns of a manifest without a header row.
    public var manifestColumns: [ManifestColumn]?
    /// The form of a listing; by default told by its content.
    public var listingFormat: ListingFormat?
    /// Whether the keys of a JSON listing are percent-encoded.
    public var keysURLEncoded = false
    /// How many files or parts are hashed at once, and objects asked for; the number of processors if it is not given.
    public var jobs: Int?

    /// Whether to ask S3 for checksums of objects of which the ETags do not prove that they are the same.
    package var provesContents = false
    /// Whom to ask for the attributes of objects.
    package var attributes: (any ObjectAttributesSource)?
    /// Told how far S3 has answered.
    package var inquiryProgress: InquiryProgress?
    /// What computes the checksums of files.
    package var fileChecksums: FileChecksumFunction?
    /// Whether what nobody expects is not even looked at.
    package var ignoresUnexpected = false

    /// How many objects that are not the same are kept for reports, so that both sides are read once only.
    package var keptDifferences = 20_000
    /// How many bytes the paths of these may have together.
    package var keptPathBytes = 16 << 20

    /// Told of directories, which may take long to walk through.
    public var walkProgress: WalkProgress?
    /// Asked with the number of files that are going to be read; told how many more were.
    public var fileProgress: WorkProgress?

    /// The defaults: everything has to be the same, by size and ETag.
    public init() {}
}
