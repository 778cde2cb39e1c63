/// How to inspect an artifact.
public struct InspectionOptions: Sendable {
    /// Where the model data is, or will be, in S3, as given. What is wrong with it becomes a finding.
    public var s3URI: ByteString?
    /// The `S3DataType`; by default what fits the source.
    public var dataType: S3DataType?
    /// The `CompressionType`; by default what fits the source.
    public var compressionType: CompressionType?
    /// Which files of a directory to leave out.
    public var filter = PathFilter()
    /// Whether the symbolic links of a directory stay links when it is packed, instead of being followed.
    public var keepsSymlinks = false
    /// Whether a directory is packed without its empty directories.
    public var dropsEmptyDirectories = false
    /// Which rules to apply.
    public var policy = RulePolicy()
    /// How objects are uploaded, which decides on their ETags.
    public var uploadRule = UploadRule(.awsCLI)
    /// Bytes that the volume of an instance has for the model; nil for any number.
    public var volumeSize: Int64?
    /// The most bytes that the contents of an archive may have before reading stops.
    public var maximumSize: Int64 = 50 << 40
    /// Whether the data is that of a multi-model endpoint: archives below a prefix, each a model of its own, or one of them.
    public var hostsManyModels = false
    /// The most members of an archive that are read. Headers of nothing compress a thousandfold, so that a small file can hold
    /// more of them than memory.
    package var memberLimit = 10_000_000
    /// Whether a request says what the artifact is, so that remedies speak of its members, and not of options.
    package var isOfRequest = false
    /// The URI of a manifest that the model data source is to name.
    public var manifestURI: ByteString?
    /// The channel whose data it is, which goes to a directory of its own; nil for the model's own data.
    public var channel: String?
    /// The container that is to serve the model; nil if nothing is known of it, so that only rules for every container apply.
    public var container: Container?
    /// Whether to say what the artifact looks like where no framework is told.
    public var hintsFramework = false
    /// The form of a listing; by default told by its content.
    public var listingFormat: ListingFormat?
    /// Whether the keys of a JSON listing are percent-encoded.
    public var keysURLEncoded = false
    /// Whether to keep the whole layout.
    public var recordsLayout = false
    /// Whether to keep what is worth showing of the layout, in bounded memory.
    package var digestsLayout = false
    /// Whether to keep all objects, as a manifest needs them.
    public var recordsObjects = false
    /// Whether to compute the ETag of an archive in the same pass that reads it.
    public var hashesArchive = false
    /// Whether to compute the ETags of small files of a directory in the same pass that finds them; ``ObjectHasher`` does the
    /// others.
    public var hashesFiles = false
    /// What lies in S3 already where the source is to be uploaded, which needs ``s3URI``; nil if that is of no account.
    public var existing: ExistingObjects?
    /// How to read the contents of what lies in S3, on a thread that may wait for tasks; nil to go by names alone.
    package var objectReading: ObjectReading?
    /// What a comparison has to know besides the layout; nil if nothing is compared.
    package var comparison: ComparisonNeeds?
    /// How many bytes of a listing of plain keys one thread reads in one go.
    package var listingSliceSize = PlainKeySlices.ordinarySize
    /// Told of archives and listings in files, which may take long to read.
    public var progress: WorkProgress?
    /// Told of directories, which may take long to walk through, and whose small files are hashed on the way; and of what is read of
    /// objects below a prefix in S3.
    public var walkProgress: WalkProgress?
    /// How many threads look at the files of a directory, and whether more than one decompresses an archive; the number of
    /// processors if it is not given.
    public var jobs: Int?

    /// The defaults: everything is checked and nothing kept but the findings.
    public init() {}
}
