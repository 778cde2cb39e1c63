/// Finds weights that no loader takes, whatever their length.
final class DamagedWeights: ContentCheck {
    static let rule = Rule(
        "damaged-weights", .error, "the weights cannot be what their header says",
        explanation: """
            The header of the file is not one that a loader takes: it is no JSON, tensors overlap, a size is impossible, a \
            directory of entries is broken, bytes follow where none may. Files that were joined with `cat`, overwritten in part, or \
            allocated and never written look like this; so does a model archive of TorchServe (*.mar) that does not hold what its \
            manifest names. A type that the newest loader does not know is a warning, since there \
            may be a newer one.
            """,
        remedy: "copy or download it again, and compare with `optml verify`; write it anew where that does not help",
        example: Rule.Example(
            bad: "cat model-*.safetensors > model.safetensors", good: "each shard as its own file, with the index"),
        source: "https://github.com/huggingface/safetensors#format")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .damaged, at: path)
        context.report(Self.rule, of: contents, .unknownType, at: path, severity: .warning)
    }
}
