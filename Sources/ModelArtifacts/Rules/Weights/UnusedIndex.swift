/// Finds an index of shards that are not all there, where a loader takes the weights from elsewhere.
final class UnusedIndex: WeightsCheck {
    static let rule = Rule(
        "unused-index", .note, "an index names shards that are not there, and is not used",
        explanation: """
            Loaders take the first that they find of `model.safetensors`, its index, `pytorch_model.bin` and its index. An index whose \
            shards are not all there does no harm behind weights that are whole, but says that something was left over or left out.
            """,
        remedy: "delete the index and the shards that are left of it, or upload the rest of them",
        example: Rule.Example(
            bad: "model.safetensors\npytorch_model.bin.index.json", good: "model.safetensors"),
        source: "https://huggingface.co/docs/transformers/big_models")

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            for whole in folder.wholeNames {
                guard case (let name, .read(let index))? = folder.indexes[whole] else { continue }
                func isMissing(_ name: ByteString) -> Bool { files.presence(of: path + name) == .absent }
                guard let used = folder.isHidden(whole, isMissing),
                    let missing = index.shards.first(where: { isMissing($0.name) })
                else { continue }
                let place = path + name
                context.report(
                    Finding(
                        Self.rule,
                        "'\(place)' names '\(missing.name)', which is not there; loaders take '\(used)' before they look",
                        at: context.location(place)))
            }
        }
    }
}
