import ArgumentParser
import ModelArtifacts

/// A listing of keys in the place of what they are the keys of.
struct ListingOptions: ParsableArguments {
    @Option(
        name: .customLong("listing"),
        help: ArgumentHelp("A listing of its keys instead: a file, or - for standard input.", valueName: "file"))
    var file: ByteArgument?

    @Option(name: .customLong("listing-format"), help: "The form of the listing; told by its content if not given.")
    var format: ListingFormat?

    @Flag(help: "The keys of a JSON listing are percent-encoded.")
    var keysURLEncoded = false

    init() {}
}
