import ArgumentParser
import ModelArtifacts

/// The artifact that a request is compared with.
struct ArtifactOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The directory, archive, file or s3:// URI that the request is for: check that they fit.",
            valueName: "source"))
    var source: ByteArgument?

    @Option(
        help: ArgumentHelp(
            "A listing of the keys that the request is for: a file, or - for standard input.", valueName: "file"))
    var listing: ByteArgument?

    @Option(help: "The form of the listing; told by its content if not given.")
    var listingFormat: ListingFormat?

    @Flag(help: "The keys of a JSON listing are percent-encoded.")
    var keysURLEncoded = false

    @Option(
        help: ArgumentHelp(
            "The container that the source is for, if several have model data: an index from 0, or a hostname.",
            valueName: "index|hostname"))
    var container: String?

    @Option(
        help: ArgumentHelp("Leave out files of a directory, as 'aws s3 sync' does. Repeatable.", valueName: "glob"))
    var exclude: [ByteArgument] = []

    @Option(
        help: ArgumentHelp("Take back in what an --exclude before it left out. Repeatable.", valueName: "glob"))
    var include: [ByteArgument] = []

    @Flag(help: "Leave out what platform-metadata and development-leftover name.")
    var excludeJunk = false

    @OptionGroup var bucket: BucketOptions

    init() {}

    func validate() throws {
        _ = try resolved()
        try bucket.validate(for: [source?.value])
    }

    /// The artifact; nil if there is none.
    ///
    /// - Throws: `ValidationError` if there are two.
    func resolved() throws -> ArtifactSource? {
        if source != nil, listing != nil { throw ValidationError("Give either --source or --listing, not both.") }
        return source.map { .path($0.value) } ?? listing.map { .listing($0.value) }
    }

    /// Which files of a directory are left out.
    func filter(arguments: [String]) -> PathFilter {
        PathFilter(patterns: FilterOrder.patterns(in: arguments), excludesJunk: excludeJunk)
    }

    /// The options of an inspection as far as they concern the artifact.
    func inspectionOptions(arguments: [String]) -> InspectionOptions {
        var options = InspectionOptions()
        options.filter = filter(arguments: arguments)
        options.listingFormat = listingFormat
        options.keysURLEncoded = keysURLEncoded
        return options
    }
}
