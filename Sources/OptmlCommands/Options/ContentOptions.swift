import ArgumentParser
import ModelArtifacts

/// Whether, and how far, the contents of what lies in S3 are read.
struct ContentOptions: ParsableArguments {
    @Flag(help: "For s3:// sources: go by the listing alone, and read no contents.")
    var namesOnly = false

    @Option(
        help: ArgumentHelp(
            "For s3:// sources: read at most so much of the contents below a prefix (default: 1GiB). Where the AWS CLI is asked, contents are read only if this is given.",
            valueName: "size"))
    var contentLimit: SizeArgument?

    init() {}

    func validate() throws {
        try contentLimit?.requireUnit("--content-limit", unit: "GiB")
        if namesOnly, contentLimit != nil {
            throw ValidationError("--names-only reads nothing that --content-limit could limit; give one of them.")
        }
    }

    /// How contents are read by a service; nil if they are not.
    func reading(by service: any BucketService) -> ObjectReading? {
        guard !namesOnly, service.readsContentsUnasked || contentLimit != nil else { return nil }
        return ObjectReading(by: service, limit: contentLimit?.value ?? ObjectReading.ordinaryLimit)
    }
}
