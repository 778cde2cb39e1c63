/// The SGLang containers: `SM_SGLANG_MODEL_PATH`, else the model directory.
///
/// Source: `scripts/docker/sglang/sagemaker_entrypoint.sh` of aws/deep-learning-containers; sgl-project/sglang,
/// `_prepare_weights` in `model_loader/loader.py`.
enum SGLangContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        guard let model = LanguageModelServer.model("SM_SGLANG_MODEL_PATH", files, container, &decision) else {
            return decision
        }
        let isDiffusion = container.value("SM_SGLANG_ENGINE")?.lowercased() == "diffusion"
        let needsTokenizer =
            container.value("SM_SGLANG_TOKENIZER_PATH") == nil
            && !LanguageModelServer.isOn("SM_SGLANG_SKIP_TOKENIZER_INIT", container)
        LanguageModelServer.judge(
            model, configurations: isDiffusion ? ["model_index.json"] : ["config.json", "params.json"],
            suffixes: [".safetensors", ".bin", ".pt"],
            LanguageModelServer.Texts(
                // Where there is no file, transformers looks for the name of a type of models in the path. Source: `from_pretrained` of
                // `AutoConfig` in `models/auto/configuration_auto.py`.
                configuration: "that there is none, or takes the model for an OPT, since 'opt' stands in its path",
                weights: "\"Cannot find any model weights with `\(model.place)`\"",
                tokenizer: needsTokenizer ? "\"Can't load tokenizer for '\(model.place)'\"" : nil),
            &decision, choosing: model.isIndexed())
        model.loadQuantization(TransformersFiles.quantizationOfModelOpt, into: &decision)
        if needsTokenizer {
            decision.faults += [model.withoutProcessor, model.tokenizerNewerThanImage(container)].compactMap { $0 }
        }
        model.judgeCode(TransformersFiles.Trust(container, "SM_SGLANG_TRUST_REMOTE_CODE"), &decision)
        let format = container.value("SM_SGLANG_LOAD_FORMAT") ?? "auto"
        if format != "auto", format != "safetensors" { decision.faults.removeAll { $0.kind == .missingWeights } }
        return decision
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        LanguageModelServer.judge("SM_SGLANG_MODEL_PATH", container, hasModelData: hasModelData)
    }
}
