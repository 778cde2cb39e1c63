/// Finds weights that end before their own header says they do.
final class TruncatedWeights: ContentCheck {
    static let rule = Rule(
        "truncated-weights", .error, "the file is shorter than its own header says",
        explanation: """
            A download, a copy or an upload was broken off. The header of the file tells how long it has to be, and loaders \
            refuse it: safetensors with "incomplete metadata, file not fully covered" (MetadataIncompleteBuffer), PyTorch with \
            "failed finding central directory", llama.cpp with "tensor data is not within the file bounds", HDF5 with \
            "truncated file". That shows only when the container starts.
            """,
        remedy:
            "copy or download it again, with `hf download --force-download` from the Hub, and compare with `optml verify`",
        example: Rule.Example(
            bad: "model.safetensors of 39,543 bytes whose header needs 39,544", good: "all 39,544 bytes"),
        source: "https://github.com/huggingface/safetensors#format")

    func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .truncated, at: path)
    }
}
