/// Finds weights that are there in several formats.
final class RedundantWeights: WeightsCheck {
    static let rule = Rule(
        "redundant-weights", .note, "the same weights are there in several formats",
        explanation: """
            A repository of the Hugging Face Hub often has its weights for PyTorch, safetensors, TensorFlow and Flax, each whole; \
            those of Mistral have `consolidated.safetensors` beside the shards that an index names. A container loads one of them, and the others are downloaded by each instance that starts, for nothing.
            """,
        remedy:
            "keep the format that the container loads: `hf download --exclude '*.bin' '*.h5' '*.msgpack'`",
        example: Rule.Example(bad: "model.safetensors\npytorch_model.bin\ntf_model.h5", good: "model.safetensors"),
        source: "https://huggingface.co/docs/huggingface_hub/guides/download")

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            func isMissing(_ name: ByteString) -> Bool { files.presence(of: path + name) == .absent }
            for order in WeightsFolder.orders {
                var whole = order.filter { folder.isLoadable($0, isMissing) }
                guard let first = whole.first else { continue }
                if order == WeightsFolder.orders.first, files.folders[path + "onnx/"]?.files["model.onnx"] != nil {
                    whole.append("onnx/model.onnx")
                }
                // What is loaded and no file is shards that an index names.
                if first == "model.safetensors", folder.files[first] == nil,
                    let consolidated = folder.firstName(of: "consolidated.safetensors")
                {
                    whole.append(consolidated)
                }
                guard whole.count > 1 else { continue }
                // Of shards that are named which begins to be read: their index.
                whole = whole.map { folder.files[$0] == nil ? folder.indexes[$0]?.name ?? $0 : $0 }
                context.report(
                    Finding(
                        Self.rule,
                        "'\(path + whole[0])' is there, and the same weights again as \(ByteString.listed(Array(whole.dropFirst())))",
                        at: context.location(path + whole[0]), count: whole.count,
                        related: whole.dropFirst().map { context.location(path + $0) }, help: Self.help(whole)))
            }
        }
    }

    /// What to leave out where containers differ in what they load; nil where it is the same for all.
    ///
    /// Source: `_prepare_weights` in `model_loader/default_loader.py` of vllm-project/vllm, `init_backend` in `backends/src/lib.rs`
    /// of huggingface/text-embeddings-inference.
    private static func help(_ whole: [ByteString]) -> String? {
        if whole.contains(where: { $0.hasPrefix("consolidated") }) {
            return "keep the form that the container loads: vLLM takes 'consolidated.safetensors' first, other servers "
                + "the shards; `hf download --exclude 'consolidated*'` leaves out the one, `--exclude 'model*.safetensors*'` "
                + "the others"
        }
        if whole.contains("onnx/model.onnx") {
            return "keep the format that the container loads: Text Embeddings Inference on processors takes ONNX "
                + "first, other servers do not; `hf download --exclude 'onnx/*'` leaves it out"
        }
        return nil
    }
}
