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
        if let fault = missingPooling(model, container) { decision.add(fault) }
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

    /// The fault that nothing says how the outputs for the words of a text become one; nil if something does, or need not.
    ///
    /// Source: `get_backend_model_type` in `router/src/lib.rs`, which since 1.7 takes the first word for variants of BERT.
    private static func missingPooling(_ model: TransformersFiles, _ container: Container) -> ContainerFault? {
        let path = model.directory.appending("1_Pooling/config.json")
        guard container.first("POOLING") == nil, !model.files.hasFile(path),
            let bytes = model.files.contents[model.directory.appending("config.json")],
            let configuration = ModelConfiguration(bytes),
            !configuration.architectures.contains(where: { $0.hasSuffix("Classification") }),
            !(configuration.modelType ?? "bert").lowercased().contains("bert")
        else { return nil }
        return ContainerFault(
            .missingModelConfig,
            "'\(path)' is missing: the container says \"The `--pooling` arg is not set and we could not find a pooling "
                + "configuration (`1_Pooling/config.json`) for this model\"",
            help: "upload the folder 1_Pooling of the sentence transformer too, or set POOLING, as `--env POOLING=mean`"
        )
    }
}
