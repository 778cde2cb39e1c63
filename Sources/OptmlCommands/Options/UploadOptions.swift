import ArgumentParser
import ModelArtifacts

/// How objects are uploaded, which decides on their ETags.
struct UploadOptions: ParsableArguments {
    @Option(help: "What uploads the objects.")
    var uploader: Uploader?

    @Option(
        help: ArgumentHelp(
            "The part size of multipart uploads, such as 16MiB; S3 takes 5MiB to 5GiB.", valueName: "size"))
    var partSize: SizeArgument?

    @Option(
        help: ArgumentHelp(
            "From which size on objects are uploaded in parts, such as 64MiB; up to 48.8TiB (default: the part size).",
            valueName: "size"))
    var multipartThreshold: SizeArgument?

    init() {}

    func validate() throws {
        let parts = "; the least part that S3 takes is 5 MiB, and what the AWS CLI calls 8MB is 8 MiB"
        try partSize?.requireUnit("--part-size", unit: "MiB", parts)
        try multipartThreshold?.requireUnit("--multipart-threshold", unit: "MiB", parts)
        if uploader != nil, partSize != nil { throw ValidationError("Give either --uploader or --part-size.") }
        do throws(ArtifactError) {
            _ = try configuration().uploadRule()
        } catch {
            throw ValidationError(error.message)
        }
    }

    /// The choices as settings.
    func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.uploader = uploader.map { Setting($0, .commandLine) }
        configuration.partSize = partSize.map { Setting($0.value, .commandLine) }
        configuration.multipartThreshold = multipartThreshold.map { Setting($0.value, .commandLine) }
        return configuration
    }
}
