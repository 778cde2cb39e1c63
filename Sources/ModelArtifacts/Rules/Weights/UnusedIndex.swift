/// Finds an index of shards that are not all there, where a loader takes the weights from elsewhere.
final class UnusedIndex: WeightsCheck {
    static let rule = Rule(
        "unused-index", .note, "an index names shards that are not there, and is not used",
        explanation: """
            Loaders take the first that they find of `model.safetensors`, its index, `pytorch_model.bin` and its index. An index whose \
            shards are not all there does no harm behind weights that are whole, but says that something was left over or left out. \
            vLLM and SGLang take of `*.safetensors` only what the index names: they leave `model.safetensors` alone and load nothing, \
            which is an error for these containers, and a warning for LMI and where no container is told.
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
                guard let used = folder.isHidden(whole, for: context.subject.framework, isMissing),
                    let missing = index.shards.first(where: { isMissing($0.name) })
                else { continue }
                let severity = path.isEmpty && used == whole ? Self.severity(of: whole, context.subject.framework) : nil
                let place = path + name
                let end =
                    if severity == nil {
                        "loaders take '\(used)' before they look"
                    } else if context.subject.framework == nil {
                        "transformers takes '\(used)' before it looks, and vLLM and SGLang take only what the index names"
                    } else {
                        "the server takes only what the index names, and leaves '\(used)' alone"
                    }
                var finding = Finding(
                    Self.rule, "'\(place)' names '\(missing.name)', which is not there; \(end)",
                    at: context.location(place), help: severity == nil ? nil : "delete the index")
                finding.severity = severity ?? finding.severity
                context.report(finding)
            }
        }
    }

    /// How grave it is that an index names other files than the whole one beside it; nil where it does no harm.
    ///
    /// Source: `filter_duplicate_safetensors_files` in vLLM's and SGLang's `model_loader/weight_utils.py`.
    private static func severity(of whole: ByteString, _ framework: Framework?) -> Severity? {
        guard whole == "model.safetensors" else { return nil }
        return switch framework {
        case .vllm, .sglang: .error
        case .djlLMI, nil: .warning
        default: nil
        }
    }
}
