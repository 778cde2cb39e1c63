/// The vLLM containers: `SM_VLLM_MODEL`, else the model directory if anything is in it, else `HF_MODEL_ID`.
///
/// Source: `resolve_model` in `scripts/docker/vllm/sagemaker_args.py` of aws/deep-learning-containers; vllm-project/vllm,
/// `get_config` in `transformers_utils/config.py`, `_prepare_weights` in `model_loader/default_loader.py`.
enum VLLMContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        guard let model = LanguageModelServer.model("SM_VLLM_MODEL", files, container, &decision) else {
            return decision
        }
        let isOmni = container.image?.repository.contains("omni") ?? false
        let configurations = ["config.json", "params.json"] + (isOmni ? ["model_index.json"] : [])
        if let hidden = HubModel(container, "HF_MODEL_ID"), hidden.directory == nil,
            container.value("SM_VLLM_MODEL") == nil,
            !model.has(anyOf: configurations), model.weights.isEmpty
        {
            decision.add(
                ContainerFault(
                    .artifactNotUsed,
                    "'\(hidden.shown)' is what HF_MODEL_ID names, and the container takes \(ModelDirectory.path) instead, since "
                        + "it is not empty: \"Invalid repository ID or local directory specified\"",
                    help: "set SM_VLLM_MODEL to '\(hidden.shown)', or deploy without model data", gravity: .error))
            return decision
        }
        let loadsSpecially = container.value("SM_VLLM_LOAD_FORMAT").map { $0 != "auto" && $0 != "safetensors" } ?? false
        LanguageModelServer.judge(
            model, configurations: configurations, suffixes: [".safetensors", ".bin", ".pt"],
            LanguageModelServer.Texts(
                configuration:
                    "\"Invalid repository ID or local directory specified: '\(model.place)' ... Please ensure ... the presence of "
                    + "a 'config.json'\"",
                weights: "\"Cannot find any model weights with `\(model.place)`\"",
                tokenizer: container.value("SM_VLLM_TOKENIZER") == nil
                    ? "\"Can't load tokenizer for '\(model.place)'\"" : nil),
            &decision)
        if loadsSpecially { decision.faults.removeAll { $0.kind == .missingWeights } }
        return decision
    }
}
