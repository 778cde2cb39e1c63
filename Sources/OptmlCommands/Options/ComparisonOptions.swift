import ArgumentParser
import ModelArtifacts

/// How `optml verify` compares, and what it accepts.
struct ComparisonOptions: ParsableArguments {
    @Option(
        name: .customLong("s3-uri"),
        help: ArgumentHelp(
            "Where the objects are in S3: the prefix that the keys of a listing or manifest are below.",
            valueName: "uri"))
    var s3URI: ByteArgument?

    @Option(
        help: ArgumentHelp("The columns of a manifest without a header row, comma-separated.", valueName: "columns"))
    var columns: String?

    @Flag(help: "Accept objects that are not expected.")
    var allowUnexpected = false

    @Flag(help: "Accept objects whose ETags cannot be compared if their sizes are equal.")
    var allowUnverifiable = false

    @Flag(help: "Compare sizes only, which proves little: contents can differ at equal size.")
    var sizeOnly = false

    @Option(help: "Say that S3's ETags are no MD5s: how the bucket encrypts, or that it is a directory bucket.")
    var encryption: ETagEncryption?

    @Flag(help: "Compare the checksums that S3 keeps instead of ETags. Needs s3:GetObject.")
    var checksums = false

    @Flag(help: "Ask S3 for the part size of each object that was uploaded in parts. Needs s3:GetObject.")
    var exactParts = false

    init() {}

    func validate() throws {
        if sizeOnly, checksums || exactParts {
            throw ValidationError("--size-only compares nothing that --checksums and --exact-parts ask for.")
        }
        _ = try options(PathFilter())
    }

    /// The options of the comparison, without what the configuration says.
    ///
    /// - Throws: `ValidationError` for a URI or columns that are none.
    func options(_ filter: PathFilter) throws -> VerificationOptions {
        var options = VerificationOptions()
        if let text = s3URI?.value {
            guard let uri = S3URI(text) else {
                throw ValidationError("--s3-uri: '\(text)' is not an S3 URI; give s3://bucket/prefix/.")
            }
            options.s3URI = uri
        }
        options.manifestColumns = try columns.map { try ManifestColumns.list($0, of: ManifestColumn.allCases) }
        options.filter = filter
        options.allowsUnexpected = allowUnexpected
        options.allowsUnverifiable = allowUnverifiable
        options.comparesSizesOnly = sizeOnly
        options.encryption = encryption
        options.comparesChecksums = checksums
        options.asksForPartSizes = exactParts
        return options
    }
}
