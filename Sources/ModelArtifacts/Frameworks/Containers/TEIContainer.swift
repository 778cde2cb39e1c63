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
        for setting in launcher.faults(container) { decision.add(setting.fault) }
        guard let model = HubModel.model(files, container, &decision) else { return decision }
        guard model.has("config.json") else {
            decision.add(
                model.missingConfiguration("config.json", names: ["config.json"], says: "\"`config.json` not found\""))
            return decision
        }
        if let fault = unreadableLength(model) { decision.add(fault) }
        if let fault = wrongPrompt(model, container) { decision.add(fault) }
        // Source: `docker/tei/*/gpu/Dockerfile` of aws/deep-learning-containers, which builds it without onnxruntime.
        let isForGPU = container.image.map { $0.repository == "tei" && $0.tag.contains("gpu") } ?? false
        let first = weights.prefix(isForGPU ? 3 : weights.count).first(where: model.has)
        let shards = first.flatMap { model.shards(of: $0) }
        model.load(into: &decision) { name in
            first.map {
                name == ByteString($0)
                    || (shards == nil && $0.hasSuffix("index.json") && name.hasSuffix(".safetensors"))
            } ?? false
        }
        if let first {
            decision.load(model.directory.appending(ByteString(first)), as: .weights)
            for path in shards ?? [] { decision.load(path, as: .weights) }
        }
        if !isForGPU { loadONNX(model, &decision) }
        let pooling = model.directory.appending("1_Pooling")
        if files.hasDirectory(pooling) { decision.load(pooling, as: .configuration) }
        let bytes = files.contents[model.directory.appending("config.json")]
        if let configuration = bytes.flatMap({ ModelConfiguration($0) }) {
            judge(configuration, model, container, &decision)
            let canRunONNX = !isForGPU && weights.contains { $0.hasSuffix(".onnx") && model.has($0) }
            if first != nil, !canRunONNX, let fault = unknownType(configuration, model, container) {
                decision.add(fault)
            }
        }
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
        } else if let fault = model.mergesNewerThanImage(container) {
            decision.add(fault)
        }
        return decision
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        launcher.faults(container) + HubModel.judge(environmentOf: container, hasModelData: hasModelData)
    }

    /// Marks the model of ONNX that the server for processors tries first; it goes on with other weights where that fails.
    ///
    /// Source: `init_backend` in `backends/src/lib.rs`, `new` in `backends/ort/src/lib.rs`; for what is beside it, the names that
    /// exporters give to external data.
    private static func loadONNX(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        guard let first = ["model.onnx", "onnx/model.onnx"].first(where: model.has) else { return }
        for name in [first, first + "_data", first + ".data"] where model.has(name) {
            decision.load(model.directory.appending(ByteString(name)), as: .weights)
        }
    }

    /// Source: the fields of `Args` in `router/src/main.rs`, `enum Pool` in `backends/core/src/lib.rs`, `enum DType` in
    /// `backends/src/dtype.rs`.
    private static let launcher = LauncherSettings(
        numbers: [["MAX_CONCURRENT_REQUESTS"], ["MAX_BATCH_TOKENS"], ["MAX_CLIENT_BATCH_SIZE"]],
        choices: [
            (["POOLING"], ["cls", "last-token", "mean", "splade"]), (["DTYPE"], ["bfloat16", "float16", "float32"]),
        ])

    /// The fault that the file of a sentence transformer for the length of texts holds none; nil if it does, or is not there.
    ///
    /// Source: `STConfig` in `router/src/lib.rs`.
    private static func unreadableLength(_ model: TransformersFiles) -> ContainerFault? {
        let path = model.directory.appending("sentence_bert_config.json")
        guard let found = model.files.contents[path].flatMap({ ModelConfiguration($0) }),
            !found.members.contains("max_seq_length")
        else { return nil }
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' has no number as max_seq_length: the container says \"Failed to parse `sentence_bert_config.json`\"",
            help:
                "write the number of tokens that the model takes, or leave the file out, by which config.json tells it")
    }

    /// The fault that the prompts of a sentence transformer are no texts, or that the one that a variable names is none of them.
    ///
    /// Source: `NewSTConfig`, and `run` where it looks for `default_prompt_name`, in `router/src/lib.rs`.
    private static func wrongPrompt(_ model: TransformersFiles, _ container: Container) -> ContainerFault? {
        let name = "config_sentence_transformers.json"
        let path = model.directory.appending(ByteString(name))
        let prompts = model.files.contents[path].flatMap { PromptConfiguration($0) }
        if prompts?.isRefused ?? false {
            return ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' has prompts that are no texts by their names: the container says \"Failed to parse `\(name)`\"",
                help: "write a text for each prompt, or leave it out")
        }
        // Of a file that is there and was not read nobody knows.
        guard let wanted = container.value("DEFAULT_PROMPT_NAME"), prompts != nil || !model.has(name),
            !(prompts?.names.contains(wanted) ?? false)
        else { return nil }
        let names = (prompts?.names ?? []).sorted().prefix(5).map { "'\(DisplayText.escaped($0))'" }
        return ContainerFault(
            .refusedSetting, at: prompts == nil ? nil : path,
            "'DEFAULT_PROMPT_NAME' names a prompt, and '\(path)' has none of that name: the container stops with \"`default-prompt-name` is "
                + "set to ... but\" it was not found",
            help: names.isEmpty
                ? "leave it out, or set DEFAULT_PROMPT to the prompt itself"
                : "set it to one of \(names.joined(separator: ", ")), or set DEFAULT_PROMPT to the prompt itself")
    }

    /// Types of models of texts that no release to 1.9 loads from weights; the image for processors runs them in ONNX.
    ///
    /// Source: `enum Config` in `backends/candle/src/lib.rs`.
    private static let unknownTypes: Set<String> = [
        "albert", "bart", "deberta", "electra", "gpt2", "longformer", "mt5", "t5", "whisper", "xlnet",
    ]

    /// The fault that the server does not know the type of the model; nil if it does, or may.
    private static func unknownType(
        _ configuration: ModelConfiguration, _ model: TransformersFiles, _ container: Container
    ) -> ContainerFault? {
        guard let type = configuration.modelType, unknownTypes.contains(type), container.image?.isForNeuron != true
        else { return nil }
        // A later release may know more.
        let version = container.image?.version(of: "tei")
        let isSure = version.map { $0.lexicographicallyPrecedes([1, 10]) } ?? false
        let path = model.directory.appending("config.json")
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' has the model_type \(type), which the container does not know: it says \"Model is not supported: unknown variant "
                + "`\(type)`\"",
            help:
                "export the model for the image for processors (cpu), `optimum-cli export onnx --model model model/onnx`, or take "
                + "the Hugging Face container",
            gravity: isSure ? nil : .warning)
    }

    /// Judges what config.json says, in the order in which the server asks.
    private static func judge(
        _ configuration: ModelConfiguration, _ model: TransformersFiles, _ container: Container,
        _ decision: inout ContainerDecision
    ) {
        let path = model.directory.appending("config.json")
        func needs(_ what: String, _ words: String, _ help: String) -> ContainerFault {
            ContainerFault(
                .missingModelConfig, at: path, "'\(path)' has no \(what): the container says \"\(words)\"", help: help)
        }
        if let missing = ["architectures", "model_type"].first(where: { !configuration.members.contains($0) }) {
            decision.add(
                needs(
                    missing, "Failed to parse `config.json`",
                    "add it, or save the model with save_pretrained, which does"))
            return
        }
        if isClassifier(configuration) {
            if let label = ["id2label", "label2id"].first(where: { !configuration.members.contains($0) }) {
                decision.add(
                    needs(
                        label, "`config.json` does not contain `\(label)`",
                        "add id2label and label2id, which transformers leaves out where the labels have no names"))
            }
        } else if container.value("POOLING") == "splade" {
            if !configuration.architectures.contains(where: { $0.hasSuffix("MaskedLM") }) {
                decision.add(withoutMasks(path, container))
            }
        } else if let fault = missingPooling(configuration, model, container) {
            decision.add(fault)
        }
        // The last is another name of the same, which older releases took.
        if configuration.members.isDisjoint(with: ["max_position_embeddings", "max_trained_positions", "n_positions"]) {
            decision.add(
                needs(
                    "max_position_embeddings",
                    "At least any of `max_position_embeddings` or `max_trained_positions` ... should be defined in `config.json`.",
                    "add max_position_embeddings, the number of positions that the model was trained for"))
        }
    }

    /// Whether the server takes it for one of texts into classes.
    ///
    /// Source: `get_backend_model_type` in `router/src/lib.rs`.
    private static func isClassifier(_ configuration: ModelConfiguration) -> Bool {
        configuration.architectures.contains { name in
            let isIgnored =
                name == "NewForTokenClassification"
                && !configuration.members.isSuperset(of: ["id2label", "label2id"])
            return name.hasSuffix("Classification") && !isIgnored
        }
    }

    /// The fault that a pooling is wanted for which the model has no outputs.
    private static func withoutMasks(_ path: ByteString, _ container: Container) -> ContainerFault {
        ContainerFault(
            .refusedSetting, at: path,
            "'\(path)' names no architecture that ends with MaskedLM, and POOLING is splade: the container says \"Splade pooling is "
                + "not supported: model is not a ForMaskedLM model\"",
            help: container.settingHelp("POOLING", to: "cls") + ", or mean, as the model was trained")
    }

    /// The fault that nothing says how the outputs for the words of a text become one; nil if something does, or need not.
    ///
    /// Source: `get_backend_model_type` in `router/src/lib.rs`, which since 1.7 takes the first word for variants of BERT.
    private static func missingPooling(
        _ configuration: ModelConfiguration, _ model: TransformersFiles, _ container: Container
    ) -> ContainerFault? {
        let path = model.directory.appending("1_Pooling/config.json")
        guard container.first("POOLING") == nil else { return nil }
        if model.files.hasFile(path) {
            guard let pooling = model.files.contents[path].flatMap({ PoolingConfiguration($0) }) else { return nil }
            if let missing = pooling.missingMember {
                return ContainerFault(
                    .missingModelConfig, at: path,
                    "'\(path)' does not say whether \(missing) is true: the container says \"Failed to parse `1_Pooling/config.json`\"",
                    help: "add it, as Sentence Transformers writes it, or "
                        + container.settingHelp("POOLING", to: "mean"))
            }
            guard let mode = pooling.unknownMode else { return nil }
            return ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' wants the pooling '\(DisplayText.escaped(mode))', which the container does not know: it says \"Pooling "
                    + "config ... is not supported\"",
                help: "of cls, mean and last-token take the one that the model was trained for: "
                    + container.settingHelp("POOLING", to: "mean")
            )
        }
        guard !(configuration.modelType ?? "bert").lowercased().contains("bert") else { return nil }
        return ContainerFault(
            .missingModelConfig,
            "'\(path)' is missing: the container says \"The `--pooling` arg is not set and we could not find a pooling "
                + "configuration (`1_Pooling/config.json`) for this model\"",
            help: "upload the folder 1_Pooling of the sentence transformer too, or "
                + container.settingHelp("POOLING", to: "mean")
        )
    }
}
