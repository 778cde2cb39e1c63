import ArgumentParser
import ModelArtifacts

/// The artifact that a request is compared with.
struct ArtifactOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The directory, archive, file or s3:// URI that the request is for: check that they fit. For one of several containers CONTAINER=SOURCE, for a channel CONTAINER/CHANNEL=SOURCE; repeatable then.",
            valueName: "source"))
    var source: [ByteArgument] = []

    @Option(
        help: ArgumentHelp(
            "The container that the source is for, if several have model data: an index from 0, or a hostname.",
            valueName: "index|hostname"))
    var container: String?

    @Option(
        help: ArgumentHelp(
            "The manifest whose ETag the request names: check that it is that of this file. For one of several CONTAINER=FILE, for a channel CONTAINER/CHANNEL=FILE; repeatable then.",
            valueName: "file"))
    var manifest: [ByteArgument] = []

    init() {}

    /// Checks that the artifacts can be told apart, and that there is something in S3 where options say how to reach it.
    func validate(with listing: ListingOptions, _ bucket: BucketOptions) throws {
        let paths = try resolved(with: listing).map { part -> ByteString? in
            if case .path(let path) = part.source { path } else { nil }
        }
        try bucket.validate(for: paths)
        let parts = try resolved(with: listing) + manifests()
        if container != nil, !parts.isEmpty, parts.allSatisfy(\.isNamed) {
            throw ValidationError(
                "--container says what a --source, --listing or --manifest alone is for; here each says it itself.")
        }
    }

    /// The manifests, each with the container and the channel that it is for.
    ///
    /// - Throws: `ValidationError` if it cannot be told which is for what.
    func manifests() throws -> [PlacedArtifact] {
        let placed = manifest.map { PlacedArtifact($0.value, container: container) }
        try requirePlaces(placed, "--manifest", "FILE")
        return placed
    }

    /// Checks that no two are for the same.
    private func requirePlaces(_ placed: [PlacedArtifact], _ option: String, _ value: String) throws {
        if let empty = placed.first(where: { $0.isNamed && $0.path == "" }) {
            throw ValidationError("\(option) \(empty.place)=: name a \(value) behind the '='.")
        }
        guard placed.count > 1 else { return }
        if placed.contains(where: { $0.container == nil }) {
            throw ValidationError(
                "Of several \(option) each says what it is for: CONTAINER=\(value), CONTAINER/CHANNEL=\(value).")
        }
        var seen: Set<[String?]> = []
        for part in placed where !seen.insert([part.container, part.channel.map { "\($0)" }]).inserted {
            throw ValidationError("Two \(option) are for '\(part.place)'; give one.")
        }
    }

    /// The artifacts, each with the container and the channel that it is for.
    ///
    /// - Throws: `ValidationError` if it cannot be told which is for what.
    func resolved(with listing: ListingOptions) throws -> [PlacedArtifact] {
        if !source.isEmpty, listing.file != nil {
            throw ValidationError("Give either --source or --listing, not both.")
        }
        if let listing = listing.file {
            return [PlacedArtifact(container: container, channel: nil, source: .listing(listing.value))]
        }
        let placed = source.map { PlacedArtifact($0.value, container: container) }
        try requirePlaces(placed, "--source", "SOURCE")
        return placed
    }

    /// The options of an inspection as far as they concern the artifact.
    func inspectionOptions(_ listing: ListingOptions, _ filter: PathFilter) -> InspectionOptions {
        var options = InspectionOptions()
        options.filter = filter
        options.listingFormat = listing.format
        options.keysURLEncoded = listing.keysURLEncoded
        return options
    }
}
