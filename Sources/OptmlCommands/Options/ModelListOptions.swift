import ArgumentParser
import ModelArtifacts

/// Which of the prefixes of a listing are models, where each is to be reported.
struct ModelListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Report each model of the listing: every prefix of so many components below --s3-uri.", valueName: "number")
    )
    var modelDepth: Int?

    @Option(
        help: ArgumentHelp(
            "Report each model of the listing: those of a file with s3://bucket/prefix/, or prefixes below --s3-uri, one a line.",
            valueName: "file"))
    var models: ByteArgument?

    init() {}

    func validate() throws {
        guard modelDepth == nil || models == nil else {
            throw ValidationError("Give either --model-depth or --models.")
        }
        if let modelDepth, !(1...512).contains(modelDepth) { throw ValidationError("--model-depth is from 1 to 512.") }
    }

    /// Whether each model is to be reported.
    var isGiven: Bool { modelDepth != nil || models != nil }
}
