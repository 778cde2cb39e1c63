/// A pipeline of diffusers, each part of which lies in a directory of its own, as SageMaker's Hugging Face container loads it.
///
/// Source: `from_pretrained` in `pipelines/pipeline_utils.py`, `load_sub_model` in `pipelines/pipeline_loading_utils.py` and
/// `_get_model_file` in `utils/hub_utils.py` of huggingface/diffusers; `diffusers_utils.py` of
/// aws/sagemaker-huggingface-inference-toolkit, which asks for no variant.
struct DiffusersPipeline {
    private static let index: ByteString = "model_index.json"
    /// The weights of a part in the order in which they are looked for.
    private static let weights: [ByteString] = [
        "diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.safetensors.index.json",
        "diffusion_pytorch_model.bin", "diffusion_pytorch_model.bin.index.json", "model.safetensors",
        "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json",
    ]
    /// How the names of classes end that have no weights.
    private static let weightless = [
        "Scheduler", "Tokenizer", "TokenizerFast", "Processor", "FeatureExtractor", "Extractor",
    ]
    /// What lies at the top where parts of a pipeline do: a part without a directory is looked for there.
    private static let configurations = [
        "config.json", "scheduler_config.json", "preprocessor_config.json", "tokenizer_config.json",
    ]

    let files: ModelFiles

    func judge(_ decision: inout ContainerDecision) {
        decision.load(Self.index, as: .configuration)
        guard let parts = files.contents[Self.index].flatMap({ PipelineIndex($0) })?.parts else {
            for entry in files.inside("") where entry.isDirectory { load(entry.path, &decision) }
            return
        }
        for part in parts {
            let directory = ByteString(part.name)
            guard files.hasDirectory(directory) else {
                if !files.has(anyOf: Self.configurations) { decision.add(missing(directory, part)) }
                continue
            }
            load(directory, &decision)
            if let fault = withoutWeights(directory, part) { decision.add(fault) }
        }
    }

    /// Marks what is loaded of a part.
    private func load(_ directory: ByteString, _ decision: inout ContainerDecision) {
        let chosen = Self.weights.first { files.hasFile(directory + "/" + $0) }
        let stem = chosen.map { ByteString(Array($0.bytes.prefix { $0 != UInt8(ascii: ".") })) + "-" }
        for entry in files.files(in: directory) {
            let isShard = stem.map { entry.name.hasPrefix($0) && NumberedName(entry.name.bytes.span) != nil } ?? false
            let isIndexed = chosen?.hasSuffix(".index.json") ?? false
            if entry.name == chosen || (isShard && isIndexed) {
                decision.load(entry.path, as: .weights)
            } else if !entry.isWeights, !entry.name.contains(".index.") {
                let isTokenizer = ModelNames.tokenizerParts.contains { entry.name == ByteString($0) }
                decision.load(entry.path, as: isTokenizer ? .tokenizer : .configuration)
            }
        }
    }

    /// The fault that a part is missing. What has no directory is looked for at the top.
    ///
    /// Source: the end of `load_sub_model`, `load_config` in `configuration_utils.py` of huggingface/diffusers for schedulers;
    /// huggingface/transformers for what reads text, images and sound.
    private func missing(_ directory: ByteString, _ part: PipelineIndex.Part) -> ContainerFault {
        func fault(_ kind: ContainerFault.Kind, _ what: String, says words: String) -> ContainerFault {
            ContainerFault(
                kind, at: Self.index,
                "'\(what)' is missing, and '\(Self.index)' names the part '\(directory)': the container says \"\(words)\"",
                help:
                    "save the whole pipeline with save_pretrained, or download it: `hf download NAME --local-dir model`",
                gravity: .error)
        }
        let ending = Self.weightless.first(where: part.className.hasSuffix)
        switch ending {
        case "Scheduler":
            let name = "scheduler_config.json"
            return fault(
                .missingModelConfig, "\(directory)/\(name)",
                says: "Error no file named \(name) found in directory \(ModelDirectory.path)")
        case "Tokenizer", "TokenizerFast":
            return fault(
                .missingTokenizer, "\(directory)/", says: "Can't load tokenizer for '\(ModelDirectory.path)'")
        case nil:
            return fault(
                .missingWeights, "\(directory)/",
                says: "Error no file named … found in directory \(ModelDirectory.path)")
        default:
            return fault(
                .missingModelConfig, "\(directory)/preprocessor_config.json",
                says: "Can't load … for '\(ModelDirectory.path)'")
        }
    }

    /// The fault that a part has no weights which are looked for without a variant; nil if it has, or needs none.
    private func withoutWeights(_ directory: ByteString, _ part: PipelineIndex.Part) -> ContainerFault? {
        guard files.hasFile(directory + "/config.json"), !Self.weightless.contains(where: part.className.hasSuffix),
            !Self.weights.contains(where: { files.hasFile(directory + "/" + $0) })
        else { return nil }
        let found = files.files(in: directory).filter(\.isWeights)
        // Of shards without their index another rule speaks.
        guard !found.contains(where: { NumberedName($0.name.bytes.span) != nil && !$0.name.hasSuffix(".gguf") }) else {
            return nil
        }
        let other = found.first
        let what =
            other.map { "'\($0.path)' is not what is looked for without a variant" }
            ?? "'\(directory)' holds no weights"
        return ContainerFault(
            .missingWeights, at: other?.path ?? directory,
            "\(what): the container says \"Error no file named diffusion_pytorch_model.bin found in directory "
                + "\(ModelDirectory.path(of: directory))\"",
            help: other == nil
                ? "upload the weights too; with Git, fetch them first: `git lfs pull`"
                : "name the file without the variant, as diffusion_pytorch_model.safetensors, which save_pretrained does"
        )
    }
}
