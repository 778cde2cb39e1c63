import ArgumentParser
import ModelArtifacts

/// What to inspect, and as what.
struct SourceOptions: ParsableArguments {
    @Argument(help: "A directory, a tar.gz archive, any other file, or s3://bucket/prefix/ by the AWS CLI.")
    var source: ByteArgument?

    @OptionGroup var listing: ListingOptions

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

    @OptionGroup var filter: FilterOptions

    @Option(help: ArgumentHelp("Bytes that the instance's volume has for the model.", valueName: "size"))
    var volumeSize: SizeArgument?

    @Option(
        help: ArgumentHelp("Stop reading an archive whose contents are larger (default: 50TiB).", valueName: "size"))
    var maxSize: SizeArgument?

    @OptionGroup var bucket: BucketOptions

    init() {}

    func validate() throws {
        try volumeSize?.requireUnit("--volume-size", unit: "GiB")
        try maxSize?.requireUnit("--max-size", unit: "GiB")
    }

    /// Where the model data is, or will be.
    var s3URI: ByteArgument? { givenS3URI ?? source.flatMap { $0.value.isInS3 ? $0 : nil } }

    /// The source that the arguments name.
    ///
    /// - Throws: `ValidationError` unless there is exactly one.
    func resolved() throws -> ArtifactSource {
        switch (source, listing.file) {
        case (let path?, nil): return .path(path.value)
        case (nil, let listing?): return .listing(listing.value)
        case (nil, nil):
            throw ValidationError(
                "Give a directory, an archive, a file or s3://bucket/prefix/, or a listing with --listing.")
        case (_?, _?): throw ValidationError("Give either a source or --listing, not both.")
        }
    }

    /// What a command looks at, with the channels beside the source.
    func places(with channels: ChannelOptions? = nil, existing: ExistingOptions? = nil) throws -> InspectedPlaces {
        var places = try InspectedPlaces(
            source == nil && listing.file == nil ? [] : [resolved()],
            filter: filter.filter(arguments: ByteArguments.ofProcess))
        for source in try channels?.sources ?? [] { places.add(source, filter.junkFilter) }
        places.add(existing?.existing?.value)
        return places
    }

    /// The options of an inspection as far as they concern the source.
    func inspectionOptions(arguments: [String]) -> InspectionOptions {
        var options = InspectionOptions()
        options.s3URI = s3URI?.value
        options.dataType = dataType
        options.compressionType = compressionType
        options.filter = filter.filter(arguments: arguments)
        options.volumeSize = volumeSize?.value
        if let maxSize { options.maximumSize = maxSize.value }
        options.listingFormat = listing.format
        options.keysURLEncoded = listing.keysURLEncoded
        return options
    }
}
