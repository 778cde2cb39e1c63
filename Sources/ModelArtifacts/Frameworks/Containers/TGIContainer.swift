/// The Text Generation Inference container: what `HF_MODEL_ID` names, which has to be the model directory.
///
/// Source: `sagemaker-entrypoint.sh` and `server/text_generation_server/utils/hub.py` of
/// huggingface/text-generation-inference.
enum TGIContainer: ServingContainer {
    /// What the names of files hold that are no weights.
    ///
    /// Source: `_weight_files_from_dir`.
    private static let passedOver = ["arguments", "args", "training"]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        guard let model = HubModel.model(files, container, &decision) else { return decision }
        LanguageModelServer.judge(
            model, configurations: ["config.json"], suffixes: [".safetensors", ".bin", ".pt"],
            passingOver: passedOver,
            LanguageModelServer.Texts(
                configuration: "\"\(model.place) does not appear to have a file named config.json\"",
                weights: "\"No local weights found in \(model.place) with extension .bin\"",
                tokenizer: "\"Can't load tokenizer for '\(model.place)'\""),
            &decision)
        guard !decision.faults.contains(where: { $0.kind == .missingModelConfig }) else { return decision }
        let weights = model.weights.filter { entry in
            !passedOver.contains { entry.name.contains($0) }
        }
        if let first = weights.first, !weights.contains(where: { $0.name.hasSuffix(".safetensors") }) {
            let isConverted = first.name.hasSuffix(anyOf: [".bin", ".pt"])
            guard isConverted else { return decision }
            decision.add(
                ContainerFault(
                    .missingWeights, at: first.path,
                    "'\(first.path)' is converted to safetensors at each start, which takes time, twice the room, and a model "
                        + "directory that can be written to",
                    help: "convert it before: load it and call save_pretrained, which writes safetensors",
                    gravity: .warning))
        }
        return decision
    }
}

extension HubModel {
    /// The model that `HF_MODEL_ID` names for the containers that need it.
    ///
    /// - Returns: nil if it names none in the model directory, which the decision then says.
    static func model(
        _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) -> TransformersFiles? {
        if let hub = HubModel(container, "HF_MODEL_ID") {
            guard let directory = hub.directory else {
                decision.add(hub.notUsed())
                return nil
            }
            return TransformersFiles(files, in: directory)
        }
        if container.lacks("HF_MODEL_ID") {
            decision.add(
                ContainerFault(
                    .artifactNotUsed,
                    "'HF_MODEL_ID' is not set, and the container stops with \"HF_MODEL_ID must be set\"",
                    help: "set HF_MODEL_ID to \(ModelDirectory.path) (`--env HF_MODEL_ID=\(ModelDirectory.path)`)",
                    gravity: .error))
        }
        return TransformersFiles(files)
    }
}
