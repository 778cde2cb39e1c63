/// The vLLM containers: `SM_VLLM_MODEL`, else the model directory if anything is in it, else `HF_MODEL_ID`.
///
/// Source: `resolve_model` in `scripts/docker/vllm/sagemaker_args.py` of aws/deep-learning-containers; vllm-project/vllm,
/// `get_config` in `transformers_utils/config.py`, `_prepare_weights` in `model_loader/default_loader.py`.
enum VLLMContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        if let fault = withoutModel(container) {
            decision.add(fault)
            guard container.environment == nil else { return decision }
        }
        guard let model = LanguageModelServer.model("SM_VLLM_MODEL", files, container, &decision) else {
            return decision
        }
        guard !model.isForNeuron(container) else {
            decision.load(model.directory, as: .model)
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
        let isMistral =
            container.value("SM_VLLM_LOAD_FORMAT").map { $0 == "auto" || $0 == "mistral" } ?? true
            && consolidated(model) != nil
        LanguageModelServer.judge(
            model, configurations: configurations, suffixes: [".safetensors", ".bin", ".pt"],
            LanguageModelServer.Texts(
                // It may lie elsewhere, as on the Hub.
                configuration: container.value("SM_VLLM_HF_CONFIG_PATH") != nil
                    ? nil
                    : "\"Invalid repository ID or local directory specified: '\(model.place)' ... Please ensure ... the presence of "
                        + "a 'config.json'\"",
                weights: "\"Cannot find any model weights with `\(model.place)`\"",
                tokenizer: container.value("SM_VLLM_TOKENIZER") == nil
                    && !LanguageModelServer.isOn("SM_VLLM_SKIP_TOKENIZER_INIT", container)
                    ? "\"Can't load tokenizer for '\(model.place)'\"" : nil),
            &decision, choosing: isMistral ? { $0.hasPrefix("consolidated") } : model.isIndexed())
        judgeFolders(model, &decision)
        judgeAdapter(model, &decision)
        model.loadModules(into: &decision)
        let methods =
            container.value("SM_VLLM_QUANTIZATION") == nil ? [] : TransformersFiles.quantizationOfMethods
        model.loadQuantization(TransformersFiles.quantizationOfModelOpt + methods, into: &decision)
        if !takesTextAlone(container), let fault = model.withoutProcessor { decision.add(fault) }
        if container.first("SM_VLLM_TOKENIZER", "SM_VLLM_TOKENIZER_MODE", "SM_VLLM_SKIP_TOKENIZER_INIT") == nil,
            let fault = model.tokenizerNewerThanImage(container)
        {
            decision.add(fault)
        }
        model.judgeCode(TransformersFiles.Trust(container, "SM_VLLM_TRUST_REMOTE_CODE"), &decision)
        if loadsSpecially { decision.faults.removeAll { $0.kind == .missingWeights } }
        let isTold = decision.faults.contains { $0.kind == .missingWeights }
        decision.faults += VLLMSettings(model, container).faults.filter { !(isTold && $0.kind == .missingWeights) }
        decision.faults += ServerHandlers.absent(files, container)
        if container.value("SM_VLLM_LOAD_FORMAT") ?? "auto" == "auto" { judgeMistral(model, &decision) }
        return decision
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        let fault = hasModelData ? withoutModel(container).map { EnvironmentFault("SM_VLLM_MODEL", $0) } : nil
        return [fault].compactMap { $0 }
            + LanguageModelServer.judge("SM_VLLM_MODEL", container, hasModelData: hasModelData)
    }

    /// The first version whose image surely looks into the model directory by itself: a change between the releases of 0.17.0 and 0.17.1.
    ///
    /// Source: `scripts/vllm/sagemaker_entrypoint.sh` of aws/deep-learning-containers, before and after its pull request 5757.
    private static let lookingIntoModel = [0, 17]

    /// The fault that the image tells vLLM of no model unless a variable does; nil if it does, or it is not known which image it is.
    private static func withoutModel(_ container: Container) -> ContainerFault? {
        // An image of one's own is not tagged so.
        guard let image = container.image, image.repository == "vllm", image.tag.contains("-gpu-py"),
            let version = image.version(of: ""),
            version.lexicographicallyPrecedes(lookingIntoModel), container.value("SM_VLLM_MODEL") == nil
        else { return nil }
        return ContainerFault(
            .artifactNotUsed,
            "'\(ModelDirectory.path)' is not what an image of vLLM before 0.17 looks into by itself: without SM_VLLM_MODEL it serves the model "
                + "that vLLM takes where none is named",
            help: container.settingHelp("SM_VLLM_MODEL", to: ModelDirectory.path),
            gravity: container.environment == nil ? .note : .error)
    }

    /// Whether the server is told to load no more of a model than what reads text.
    ///
    /// Source: `supports_multimodal_inputs` in `multimodal/registry.py` of vllm-project/vllm.
    private static func takesTextAlone(_ container: Container) -> Bool {
        container.first("SM_VLLM_LIMIT_MM_PER_PROMPT", "SM_VLLM_LANGUAGE_MODEL_ONLY", "SM_VLLM_SKIP_TOKENIZER_INIT")
            != nil
    }

    /// Judges shards that lie in a folder below their index: releases of today look there, if they find no weights beside it.
    ///
    /// Source: `_indexed_safetensors_files` in `model_loader/default_loader.py`.
    private static func judgeFolders(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        guard let place = decision.faults.firstIndex(where: { $0.kind == .missingWeights }),
            let shards = model.shards(of: "model.safetensors.index.json"), let first = shards.first,
            shards.allSatisfy(model.files.hasFile)
        else { return }
        decision.faults[place] = ContainerFault(
            .missingWeights, at: first,
            "'\(first)' lies in a folder below the index that names it, where older releases of vLLM do not look: they say \"Cannot "
                + "find any model weights with `\(model.place)`\"",
            help: "put the shards beside the index, and write their names in it anew", gravity: .warning)
        for path in shards { decision.load(path, as: .weights) }
    }

    /// Judges an adapter beside weights that no index names, so that its tensors are read as those of the model.
    ///
    /// Source: `_prepare_weights` in `model_loader/default_loader.py`, which takes every file; `AutoWeightsLoader` in
    /// `models/utils.py`, which does not take every tensor.
    private static func judgeAdapter(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        let path = model.directory.appending("adapter_model.safetensors")
        guard decision.role(of: path) == .weights, !model.has("model.safetensors.index.json"),
            let other = model.weights.first(where: { $0.path != path && decision.role(of: $0.path) == .weights })
        else { return }
        decision.add(
            ContainerFault(
                .conflictingWeights, at: path,
                "'\(path)' is of an adapter, and the server reads it with '\(other.path)', since no index names that alone: it says "
                    + "\"There is no module or parameter named 'base_model'\"",
                help: "put the adapter into a directory of its own, or merge it into the model", gravity: .warning))
    }

    private static func consolidated(_ model: TransformersFiles) -> ModelFiles.Entry? {
        model.weights.first { $0.name.hasPrefix("consolidated") && $0.name.hasSuffix(".safetensors") }
    }

    /// Judges weights in the form of Mistral, which vLLM takes before those of transformers if they are there.
    ///
    /// Source: `_prepare_weights` in `model_loader/default_loader.py`, `is_mistral_model_repo` in
    /// `transformers_utils/repo_utils.py` of vllm-project/vllm.
    private static func judgeMistral(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        guard let path = consolidated(model)?.path else { return }
        if !model.has("params.json") {
            guard model.has("config.json") else { return }
            decision.add(
                ContainerFault(
                    .missingModelConfig, at: path,
                    "'\(path)' is what vLLM of today loads first, as weights in the form of Mistral, and params.json, which tells "
                        + "what they are, is missing",
                    help:
                        "add params.json and tekken.json of the same repository, or deploy without the consolidated files",
                    gravity: .warning))
        } else if model.hasTokenizer(),
            !model.files.files(in: model.directory).contains(where: {
                $0.name == "tekken.json" || $0.name.hasPrefix("tokenizer.model")
                    || $0.name.hasPrefix("tokenizer.mm.model")
            })
        {
            decision.add(
                ContainerFault(
                    .missingTokenizer, at: path,
                    "'\(path)' is of the form of Mistral, whose tokenizer is tekken.json or tokenizer.model.v3, and there is "
                        + "neither",
                    help: "add the tokenizer of the same repository"))
        }
    }
}
