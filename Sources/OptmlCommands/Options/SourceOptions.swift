import ArgumentParser
import ModelArtifacts

/// What to inspect, and as what.
struct SourceOptions: ParsableArguments {
    /// The help of the argument that names the source.
    static let argumentHelp = ArgumentHelp(
        "A directory, a tar.gz archive, any other file, s3://bucket/prefix/, or - for an archive from standard input.",
        valueName: "source")

    @Option(
        name: .customLong("s3-uri"),
        help: ArgumentHelp(
            "Where the model data is, or will be: s3://bucket/prefix/ or s3://bucket/key (default: an s3:// source).",
            valueName: "uri"))
    var givenS3URI: ByteArgument?

    @Option(name: .customLong("s3-data-type"), help: "What the URI names, in the API's words.")
    var dataType: S3DataType?

    @Option(help: "How the data is prepared, in the API's words.")
    var compressionType: CompressionType?

    @Option(help: ArgumentHelp(SizeArgument.volumeHelp, valueName: "size"))
    var volumeSize: SizeArgument?

    @Option(
        help: ArgumentHelp(
            "Stop reading an archive whose contents are larger, such as 100GiB (default: 50TiB).", valueName: "size"))
    var maxSize: SizeArgument?

    init() {}

    func validate() throws {
        try volumeSize?.requireUnit("--volume-size", unit: "GiB")
        try maxSize?.requireUnit("--max-size", unit: "GiB")
    }
}
