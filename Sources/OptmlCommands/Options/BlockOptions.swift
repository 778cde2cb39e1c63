import ArgumentParser
import ModelArtifacts

/// What a `ModelDataSource` block holds besides the URI, the type and the compression.
struct BlockOptions: ParsableArguments {
    @Flag(help: "There is nothing to inspect; needs --s3-data-type and --compression-type.")
    var noSource = false

    @Option(
        help: ArgumentHelp(
            "The object's ETag: a value, 'predict' for the one that the uploader will give it, or 'none'.",
            discussion:
                "By default the ETag that a listing or S3 tells, else none; of a file, model-package predicts it.",
            valueName: "etag"))
    var etag: ETagOption?

    @Option(help: ArgumentHelp("A manifest that 'optml manifest' wrote; needs --manifest-s3-uri.", valueName: "file"))
    var manifest: ByteArgument?

    @Option(
        name: .customLong("manifest-s3-uri"),
        help: ArgumentHelp("Where the manifest is, or will be, in S3.", valueName: "uri"))
    var manifestS3URI: ByteArgument?

    @Option(
        help: ArgumentHelp("The manifest's ETag: a value, or 'none' (default: of --manifest).", valueName: "etag"))
    var manifestEtag: ETagOption?

    @Flag(help: "Accept the end-user licence agreement of a gated model.")
    var acceptEula = false

    @Option(help: ArgumentHelp("The ARN of hub content.", valueName: "arn"))
    var hubContentArn: ByteArgument?

    init() {}

    /// Whether anything is said of model data.
    var isGiven: Bool {
        etag != nil || manifest != nil || manifestS3URI != nil || manifestEtag != nil || acceptEula
            || hubContentArn != nil
    }

    /// Checks the options against those of the source.
    ///
    /// - Throws: `ValidationError` for what does not go together.
    func validate(with source: GivenSource) throws {
        if noSource {
            guard source.source == nil, source.listing.file == nil else {
                throw ValidationError("--no-source does not go with a source.")
            }
            guard source.dataType != nil, source.compressionType != nil else {
                throw ValidationError("--no-source needs --s3-data-type and --compression-type.")
            }
            if etag == .predict { throw ValidationError("--etag predict needs a source.") }
        } else {
            _ = try source.resolved()
            if etag == .predict, source.source?.value.isInS3 ?? false {
                throw ValidationError("--etag predict: what is in S3 has its ETag already; leave --etag out.")
            }
        }
        if noSource { try source.bucket.validate(for: []) }
        if source.s3URI == nil { throw ValidationError("Give --s3-uri: the block names it.") }
        if manifest != nil, manifestS3URI == nil {
            throw ValidationError("--manifest needs --manifest-s3-uri: the block names where it is in S3.")
        }
        if manifestEtag != nil, manifestS3URI == nil {
            throw ValidationError("--manifest-etag needs --manifest-s3-uri.")
        }
        if manifestEtag == .predict, manifest == nil {
            throw ValidationError("--manifest-etag predict needs --manifest, the file itself.")
        }
        if let hubContentArn, !(1...255).contains(hubContentArn.value.count) {
            throw ValidationError("--hub-content-arn has 1 to 255 characters.")
        }
    }
}
