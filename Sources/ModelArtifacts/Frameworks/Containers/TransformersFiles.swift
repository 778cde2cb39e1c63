/// A model in the form that Hugging Face's libraries save, in one directory: what several containers look for.
struct TransformersFiles {
    let files: ModelFiles
    /// The directory, below the model directory.
    let directory: ByteString
    /// The variable that names the directory; nil if none does.
    let variable: String?

    init(_ files: ModelFiles, in directory: ByteString = "", namedBy variable: String? = nil) {
        self.files = files
        self.directory = directory
        self.variable = variable
    }

    func has(_ name: String) -> Bool { files.hasFile(directory.appending(ByteString(name))) }

    func has(anyOf names: [String]) -> Bool { files.has(anyOf: names, in: directory) }

    /// The files of the directory itself that hold weights.
    var weights: [ModelFiles.Entry] { files.files(in: directory).filter(\.isWeights) }

    /// Whether it turns texts into numbers by something, as far as one can see: a tokenizer, or the code or the preprocessor that
    /// models of other things have.
    ///
    /// - Parameter readsText: whether it does so for sure, with a preprocessor besides; else its architecture tells.
    func hasTokenizer(readsText: Bool = false) -> Bool {
        let others = readsText || generatesText ? [] : ModelNames.preprocessors
        if (tokenizerWithoutVocabulary ?? tokenizerWithoutMerges) != nil, !has(anyOf: others) { return false }
        return has(anyOf: ModelNames.tokenizers + others)
            || files.files(in: directory).contains { $0.name.hasSuffix(".tiktoken") || $0.name.hasSuffix(".py") }
    }

    /// What config.json says; nil where that is not known.
    var configuration: ModelConfiguration? {
        files.contents[directory.appending("config.json")].flatMap { ModelConfiguration($0) }
    }

    /// Whether it is known to answer in text, whatever it is asked with.
    private var generatesText: Bool {
        let architecture = configuration?.firstArchitecture ?? ""
        return ["ForConditionalGeneration", "ForCausalLM"].contains { architecture.hasSuffix($0) }
    }

    /// Marks what is loaded of it.
    ///
    /// - Parameters:
    ///   - weights: whether a file of this name holds weights that are loaded.
    ///   - index: whether an index of this name is read.
    func load(
        into decision: inout ContainerDecision, weights: (ByteString) -> Bool,
        index: (ByteString) -> Bool = { _ in true }
    ) {
        let templates = directory.appending("additional_chat_templates")
        if files.hasDirectory(templates) { decision.load(templates, as: .tokenizer) }
        for entry in files.files(in: directory) {
            let name = entry.name
            if weights(name) || (name.hasSuffix(".index.json") && index(name)) {
                decision.load(entry.path, as: .weights)
            } else if ModelNames.tokenizerParts.contains(where: { name == ByteString($0) })
                || name.hasSuffix(".tiktoken")
            {
                decision.load(entry.path, as: .tokenizer)
            } else if (ModelNames.configurations + ModelNames.preprocessors).contains(where: { name == ByteString($0) })
            {
                decision.load(entry.path, as: .configuration)
            }
        }
    }

    /// The paths of the files that an index names, which may lie in other directories; nil if what it says is not known.
    func shards(of name: String) -> [ByteString]? {
        guard case .shardIndex(let index)? = files.facts[directory.appending(ByteString(name))] else { return nil }
        return index.shards.map { directory.appending($0.name) }
    }

    /// The files that servers take which read all safetensors of a directory, but where there is an index only those that it names.
    ///
    /// Source: `filter_duplicate_safetensors_files` in vLLM's and SGLang's `model_loader/weight_utils.py`.
    func isIndexed() -> (ByteString) -> Bool {
        let index = "model.safetensors.index.json"
        guard has(index) else { return { _ in true } }
        guard let shards = self.shards(of: index).map(Set.init) else {
            return { !$0.hasPrefix("consolidated") }
        }
        return { !$0.hasSuffix(".safetensors") || shards.contains(directory.appending($0)) }
    }

    /// The fault that a configuration is missing, with where one is.
    ///
    /// - Parameters:
    ///   - wanted: the names of which one would do, as words.
    ///   - words: what the container says.
    func missingConfiguration(_ wanted: String, names: [String], says words: String) -> ContainerFault {
        if has("model_index.json") {
            let path = directory.appending("model_index.json")
            return ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' is of a pipeline of diffusers, and the container looks for \(wanted): it says \(words)",
                help: "serve it by a container that knows such pipelines, as `--framework huggingface` checks it")
        }
        // Models lie in models, as a pooling in a sentence transformer: the one that is meant is the outermost, with its weights.
        let other = files.shallowestFile { entry in
            entry.parent != directory && names.contains { entry.name == ByteString($0) }
        } preferring: { entry in
            files.files(in: entry.parent).contains(where: \.isWeights)
        }
        if let other {
            return ContainerFault(
                .missingModelConfig, at: other.path,
                "'\(other.path)' is not where the container looks for it, which is \(place); it says \(words)",
                help: variable.map { "set \($0) to \(ModelDirectory.path(of: other.parent))" }
                    ?? "deploy what is in '\(other.parent)', not the directory around it")
        }
        if has("adapter_config.json") {
            let path = directory.appending("adapter_config.json")
            return ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' is of an adapter, and the model that it adapts is not beside it: the container says \(words)",
                help:
                    "merge them and deploy the model: `model.merge_and_unload().save_pretrained('model')`, or deploy the model "
                    + "with the adapter in a directory of its own")
        }
        let copy = copy(of: names)
        return ContainerFault(
            .missingModelConfig, "'\(place)' holds no \(wanted): the container says \(words)",
            help: copy?.help
                ?? "save the model with save_pretrained, or download its whole repository: `hf download NAME --local-dir model`"
        )
    }

    /// A file that has the name of a copy of one that is looked for, and what to do with it.
    func copy(of names: [String]) -> (path: ByteString, help: String)? {
        for entry in files.files(in: directory) {
            guard let original = CopiedName(entry.name)?.original, names.contains(where: { original == ByteString($0) })
            else { continue }
            let command = "`mv \(ShellWord.quoted(entry.name)) \(ShellWord.quoted(original))`"
            return (entry.path, "'\(entry.path)' has the name of a copy of it: if it is whole, rename it: \(command)")
        }
        return nil
    }

    /// The fault that there are no weights, with what is there instead.
    func missingWeights(_ wanted: String, says words: String) -> ContainerFault {
        if let fault = distributedCheckpoint(wanted, says: words) { return fault }
        let other = weights.first ?? files.shallowestFile(where: \.isWeights)
        if let other {
            // Of a training all that is left may be its last checkpoint.
            let isCheckpoint = other.parent.lastComponent.hasPrefix("checkpoint-") && other.parent != directory
            return ContainerFault(
                .missingWeights, at: other.path,
                "'\(other.path)' is not what the container looks for, which is \(wanted) in \(place): it says \(words)",
                help: copy(of: ["model.safetensors", "pytorch_model.bin"])?.help
                    ?? (isCheckpoint
                        ? "deploy what is in '\(other.parent)', as `optml pack \(ShellWord.quoted(other.parent)) -o model.tar.gz`"
                        : "put the weights there in one of these forms, as save_pretrained does"))
        }
        return ContainerFault(
            .missingWeights, "'\(place)' holds no weights, that is no \(wanted): the container says \(words)",
            help: "upload the weights too; with Git, fetch them first: `git lfs pull`")
    }

    /// The fault that the weights are there as a training on many devices saved them, which no server reads; nil if they are not.
    ///
    /// Source: `torch.distributed.checkpoint`, whose files are named `__RANK_NUMBER.distcp`; `zero_to_fp32.py`, which DeepSpeed
    /// writes beside its checkpoints, for the names of those.
    private func distributedCheckpoint(_ wanted: String, says words: String) -> ContainerFault? {
        let isDeepSpeed = { (name: ByteString) in
            name.hasSuffix("_model_states.pt") || name.hasSuffix("_optim_states.pt")
        }
        guard let other = files.shallowestFile(where: { $0.name.hasSuffix(".distcp") || isDeepSpeed($0.name) }) else {
            return nil
        }
        let folder = ShellWord.quoted(other.parent.isEmpty ? "." : other.parent)
        return ContainerFault(
            .missingWeights, at: other.path,
            "'\(other.path)' is a part of a checkpoint of many devices, which the container does not read; it wants \(wanted) in "
                + "\(place) and says \(words)",
            help: isDeepSpeed(other.name)
                ? "join the parts with the script that lies beside them: `python zero_to_fp32.py . model`"
                : "join the parts: `accelerate merge-weights \(folder) model`, which writes safetensors")
    }

    /// The absolute path of the directory.
    var place: ByteString { ModelDirectory.path(of: directory) }
}
