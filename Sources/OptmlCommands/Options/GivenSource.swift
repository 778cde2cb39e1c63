import ArgumentParser
import ModelArtifacts

/// What to inspect, and as what, as far as options say it. They stand in several groups side by side, since checking groups in
/// groups, as the parser does in debug builds, takes four times as long with each level.
@dynamicMemberLookup
struct GivenSource {
    /// A path or a place in S3; nil for a listing.
    var source: ByteArgument?
    var options: SourceOptions
    let listing: ListingOptions
    let filter: FilterOptions
    let bucket: BucketOptions

    subscript<Value>(dynamicMember member: WritableKeyPath<SourceOptions, Value>) -> Value {
        get { options[keyPath: member] }
        set { options[keyPath: member] = newValue }
    }

    /// Where the model data is, or will be.
    var s3URI: ByteArgument? { options.givenS3URI ?? source.flatMap { $0.value.isInS3 ? $0 : nil } }

    /// The source that the arguments name.
    ///
    /// - Throws: `ValidationError` unless there is exactly one.
    func resolved() throws -> ArtifactSource {
        try MistakenPlace.check(source.map { [$0] } ?? [])
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

    /// Which rules speak of it, and what is done with a baseline.
    ///
    /// - Parameters:
    ///   - recordsBaseline: whether the present findings are to be accepted.
    ///   - isOneOfSeveral: whether what is accepted in it is not accepted in another source.
    func policy(
        _ configuration: Configuration, recordsBaseline: Bool, isOneOfSeveral: Bool
    ) throws(ArtifactError) -> RulePolicy {
        var policy = try configuration.policy()
        if recordsBaseline { policy.baseline = .record }
        policy.document = documentName
        policy.isOnlyDocument = !isOneOfSeveral
        return policy
    }

    /// What a baseline calls it: its place in S3, or its path from the current folder.
    var documentName: ByteString? {
        guard let location = (source ?? listing.file)?.value else { return nil }
        return location.isInS3 ? location : FindingFiles(kind: .file, location: location).file(of: Location())
    }

    /// The options of an inspection as far as they concern the source.
    func inspectionOptions(arguments: [String]) -> InspectionOptions {
        var inspection = InspectionOptions()
        inspection.s3URI = s3URI?.value
        inspection.dataType = options.dataType
        inspection.compressionType = options.compressionType
        inspection.filter = filter.filter(arguments: arguments)
        inspection.volumeSize = options.volumeSize?.value
        if let maxSize = options.maxSize { inspection.maximumSize = maxSize.value }
        inspection.listingFormat = listing.format
        inspection.keysURLEncoded = listing.keysURLEncoded
        return inspection
    }
}
