/// Finds files of one format under the name of another.
final class FormatMismatch: ContentCheck {
    static let rule = Rule(
        "format-mismatch", .error, "the file has another format than its name says",
        explanation: """
            Loaders choose how to read a file by its name, and fail on what they find: a Keras model in HDF5 under `.keras`, a zip \
            archive under `.h5`, a pickle of PyTorch under `.safetensors`. A file that was renamed is not converted. Names that mean \
            no one format, as `.pt`, `.bin` and `.ckpt`, are not judged.
            """,
        remedy: "give the file the name of its format, or save the model again in the format that is meant",
        example: Rule.Example(
            bad: "mv pytorch_model.bin model.safetensors", good: "save_pretrained(…, safe_serialization=True)"),
        source: "https://keras.io/guides/serialization_and_saving/")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .otherFormat, at: path)
    }
}
