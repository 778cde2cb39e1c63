/// Finds indexes of shards that no loader takes.
final class BrokenShardIndex: ContentCheck {
    static let rule = Rule(
        "broken-shard-index", .error, "the index of shards is not one that loaders take",
        explanation: """
            `model.safetensors.index.json` and its like have a member `weight_map` that gives each tensor the name of a file in the same \
            folder, and a member `metadata`. transformers fails with "KeyError: 'weight_map'", "list index out of range" or a missing \
            file. Without `metadata`, which only transformers wants, it is a warning. `total_size` may be wrong: nobody looks at it.
            """,
        remedy: "download the index again, or write it anew: `save_pretrained` does",
        example: Rule.Example(
            bad: "{\"weight_map\": {}}",
            good: "{\"metadata\": {\"total_size\": 8}, \"weight_map\": {\"w\": \"model-00001-of-00001.safetensors\"}}"),
        source: "https://github.com/huggingface/transformers/blob/main/src/transformers/utils/hub.py")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format == .shardIndex)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .brokenIndex, at: path)
        context.report(Self.rule, of: contents, .questionableIndex, at: path, severity: .warning)
    }
}
