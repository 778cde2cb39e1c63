/// The Text Embeddings Inference container: what `HF_MODEL_ID` names, with a fast tokenizer.
///
/// Source: `docker/tei/*/entrypoint.sh` of aws/deep-learning-containers; `router/src/lib.rs`, `backends/candle/src/lib.rs` and
/// `backends/ort/src/lib.rs` of huggingface/text-embeddings-inference.
enum TEIContainer: ServingContainer {
    private static let weights = [
        "model.safetensors", "pytorch_model.bin", "model.safetensors.index.json", "onnx/model.onnx", "model.onnx",
    ]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        guard let model = HubModel.model(files, container, &decision) else { return decision }
        guard model.has("config.json") else {
            decision.add(
                model.missingConfiguration("config.json", names: ["config.json"], says: "\"`config.json` not found\""))
            return decision
        }
        let first = weights.first(where: model.has)
        model.load(into: &decision) { name in
            first.map { name == ByteString($0) || ($0.hasSuffix("index.json") && name.hasSuffix(".safetensors")) }
                ?? false
        }
        if let first { decision.load(model.directory.appending(ByteString(first)), as: .weights) }
        let pooling = model.directory.appending("1_Pooling")
        if files.hasDirectory(pooling) { decision.load(pooling, as: .configuration) }
        for dense in files.inside(model.directory) where dense.isDirectory && dense.name.hasSuffix("_Dense") {
            decision.load(dense.path, as: .weights)
        }
        if first == nil {
            decision.add(
                model.missingWeights(
                    "model.safetensors or pytorch_model.bin", says: "\"Could not start backend\""))
        }
        if !model.has("tokenizer.json") {
            decision.add(
                ContainerFault(
                    .missingTokenizer,
                    "'\(model.directory.appending("tokenizer.json"))' is missing: the container says \"tokenizer.json not found. "
                        + "text-embeddings-inference only supports fast tokenizers\"",
                    help: "save it: `AutoTokenizer.from_pretrained(NAME, use_fast=True).save_pretrained('model')`",
                    gravity: .error))
        }
        return decision
    }
}
