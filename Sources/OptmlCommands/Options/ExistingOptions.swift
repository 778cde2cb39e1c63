import ArgumentParser
import ModelArtifacts

/// What lies in S3 already where the source is to be uploaded.
struct ExistingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Lay the source over what is in S3 already: a listing, - for standard input, or s3://bucket/prefix/.",
            valueName: "listing|-|uri"))
    var existing: ByteArgument?

    init() {}

    /// Checks what goes together.
    ///
    /// - Throws: `ValidationError`.
    func validate(with source: GivenSource) throws {
        guard let existing = existing?.value else { return }
        if source.source?.value.isInS3 ?? false {
            throw ValidationError("--existing is for a source that is to be uploaded; this one is in S3 already.")
        }
        if source.source?.value == "-" {
            throw ValidationError("--existing compares files, and standard input comes by only once; give a file.")
        }
        if existing == "-", source.listing.file?.value == "-" {
            throw ValidationError("Only one of --listing and --existing can come from standard input.")
        }
        guard existing.isInS3 else {
            if source.s3URI == nil { throw ValidationError("--existing needs --s3-uri: where the upload goes.") }
            return
        }
        guard let place = S3URI(existing) else { throw ValidationError("--existing: '\(existing)' is not an S3 URI.") }
        guard let target = source.s3URI.flatMap({ S3URI($0.value) }) else { return }
        guard place.bucket == target.bucket, target.key.hasPrefix(place.key) else {
            throw ValidationError(
                "--existing: '\(existing)' does not hold all that '\(target)' names; leave --s3-uri out, or give the same."
            )
        }
    }

    /// Where the upload goes, if only this tells it.
    var s3URI: ByteArgument? { existing.flatMap { $0.value.isInS3 ? $0 : nil } }
}
