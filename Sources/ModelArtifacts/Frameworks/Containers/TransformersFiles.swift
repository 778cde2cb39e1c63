/// A model in the form that Hugging Face's libraries save, in one directory: what several containers look for.
struct TransformersFiles {
    let files: ModelFiles
    /// The directory, below the model directory.
    let directory: ByteString

    init(_ files: ModelFiles, in directory: ByteString = "") {
        self.files = files
        self.directory = directory
    }

    func has(_ name: String) -> Bool { files.hasFile(directory.appending(ByteString(name))) }

    func has(anyOf names: [String]) -> Bool { files.has(anyOf: names, in: directory) }

    /// The files of the directory itself that hold weights.
    var weights: [ModelFiles.Entry] { files.files(in: directory).filter { ModelNames.isWeights($0.name) } }

    /// Whether it turns texts into numbers by something, as far as one can see: a tokenizer, or the code or the preprocessor that
    /// models of other things have.
    var hasTokenizer: Bool {
        has(anyOf: ModelNames.tokenizers + ModelNames.preprocessors)
            || files.files(in: directory).contains { $0.name.hasSuffix(".tiktoken") || $0.name.hasSuffix(".py") }
    }

    /// Marks what is loaded of it.
    func load(into decision: inout ContainerDecision, weights: (ByteString) -> Bool) {
        for entry in files.files(in: directory) {
            let name = entry.name
            if weights(name) || name.hasSuffix(".index.json") {
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

    /// The fault that a configuration is missing, with where one is.
    ///
    /// - Parameters:
    ///   - wanted: the names of which one would do, as words.
    ///   - words: what the container says.
    func missingConfiguration(_ wanted: String, names: [String], says words: String) -> ContainerFault {
        // Models lie in models, as a pooling in a sentence transformer: the one that is meant is the outermost, with its weights.
        let other = files.shallowestFile { entry in
            entry.parent != directory && names.contains { entry.name == ByteString($0) }
        } preferring: { entry in
            files.files(in: entry.parent).contains { ModelNames.isWeights($0.name) }
        }
        if let other {
            return ContainerFault(
                .missingModelConfig, at: other.path,
                "'\(other.path)' is not where the container looks for it, which is \(place); it says \(words)",
                help: "deploy what is in '\(other.parent)', not the directory around it")
        }
        return ContainerFault(
            .missingModelConfig, "'\(place)' holds no \(wanted): the container says \(words)",
            help:
                "save the model with save_pretrained, or download its whole repository: `hf download NAME --local-dir model`"
        )
    }

    /// The fault that there are no weights, with what is there instead.
    func missingWeights(_ wanted: String, says words: String) -> ContainerFault {
        let other = weights.first ?? files.shallowestFile { ModelNames.isWeights($0.name) }
        if let other {
            // Of a training all that is left may be its last checkpoint.
            let isCheckpoint = other.parent.lastComponent.hasPrefix("checkpoint-") && other.parent != directory
            return ContainerFault(
                .missingWeights, at: other.path,
                "'\(other.path)' is not what the container looks for, which is \(wanted) in \(place): it says \(words)",
                help: isCheckpoint
                    ? "deploy what is in '\(other.parent)', as `optml pack \(ShellWord.quoted(other.parent)) -o model.tar.gz`"
                    : "put the weights there in one of these forms, as save_pretrained does")
        }
        return ContainerFault(
            .missingWeights, "'\(place)' holds no weights, that is no \(wanted): the container says \(words)",
            help: "upload the weights too; with Git, fetch them first: `git lfs pull`")
    }

    /// The fault that there is no tokenizer.
    func missingTokenizer(says words: String, gravity: ContainerFault.Gravity? = nil) -> ContainerFault {
        ContainerFault(
            .missingTokenizer, "'\(place)' holds no tokenizer: the container says \(words)",
            help: "save it beside the model: `AutoTokenizer.from_pretrained(NAME).save_pretrained('model')`",
            gravity: gravity)
    }

    /// The absolute path of the directory.
    var place: ByteString { directory.isEmpty ? ModelDirectory.path : ModelDirectory.path + "/" + directory }
}
