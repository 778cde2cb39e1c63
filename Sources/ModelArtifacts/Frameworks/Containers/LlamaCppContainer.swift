/// The llama.cpp container: `SM_LLAMA_CPP_MODEL`, else a `*.gguf` at the top of the model directory or one directory below.
///
/// Source: `scripts/docker/llama_cpp/sagemaker_entrypoint.sh` of aws/deep-learning-containers.
enum LlamaCppContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let models = HubModel(container, "SM_LLAMA_CPP_MODEL_DIR")
        let found = models.map { $0.directory.map { matches(in: $0, files) } ?? [] } ?? matches(in: "", files)
        if let named = HubModel(container, "SM_LLAMA_CPP_MODEL") {
            guard let path = named.directory else {
                named.notUsed(container, &decision, remedy: remedy(for: named, found, files))
                return decision
            }
            if files.hasFile(path) {
                loadSplits(of: path, files, &decision)
            } else {
                decision.add(
                    ContainerFault(
                        .missingWeights,
                        "'\(named.shown)' is what SM_LLAMA_CPP_MODEL names, and it is not there: the server says \"failed to "
                            + "open GGUF file\"",
                        help: found.first.map { "set SM_LLAMA_CPP_MODEL to \(ModelDirectory.path)/\($0.path)" }
                            ?? "upload the GGUF file too"))
            }
            return decision
        }
        // It downloads what these name.
        guard container.first("SM_LLAMA_CPP_HF_REPO", "SM_LLAMA_CPP_MODEL_URL", "SM_LLAMA_CPP_HF") == nil else {
            return decision
        }
        if let models, models.directory == nil {
            models.notUsed(container, &decision)
            return decision
        }
        if let first = found.first {
            loadSplits(of: first.path, files, &decision)
            if first.name.hasPrefix("mmproj") { decision.add(projectorFirst(first.path, found)) }
            return decision
        }
        decision.add(missing(in: models?.directory ?? "", files))
        return decision
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        guard let named = HubModel(container, "SM_LLAMA_CPP_MODEL") else { return [] }
        return named.notUsed(
            container, hasModelData: hasModelData, remedy: "set \(named.variable) to \(ModelDirectory.path)/NAME.gguf")
    }

    /// What makes the container take a file of the model, which the variable has to name: that which it means, if there is one.
    private static func remedy(for named: HubModel, _ found: [ModelFiles.Entry], _ files: ModelFiles) -> String {
        let name = ByteString(named.value).lastComponent
        let meant = found.first { $0.name == name } ?? found.first
        return "set \(named.variable) to \(ModelDirectory.path(of: meant?.path ?? "NAME.gguf"))"
    }

    /// What the shell finds by the patterns `*.gguf` and `*/*.gguf`, in this order: they pass over names that begin with a dot.
    private static func matches(in directory: ByteString, _ files: ModelFiles) -> [ModelFiles.Entry] {
        let found = files.entries.filter { entry in
            !entry.isDirectory && entry.name.hasSuffix(".gguf") && !entry.name.hasPrefix(".")
        }
        // An entry of the top has no other parent than the top itself.
        let below = found.filter { entry in
            let parent = entry.parent
            return !parent.isEmpty && parent != directory && parent.parent == directory
                && !parent.lastComponent.hasPrefix(".")
        }
        return found.filter { $0.parent == directory } + below
    }

    /// The fault that nothing is found, with what is there instead.
    private static func missing(in directory: ByteString, _ files: ModelFiles) -> ContainerFault {
        let place = directory.isEmpty ? ModelDirectory.path : ModelDirectory.path + "/" + directory
        let words = "\"WARNING: no *.gguf found under \(place)\""
        let other = files.entries.first { !$0.isDirectory && $0.name.hasSuffix(".gguf") }
        let weights = files.entries.first(where: \.isWeights)
        if let path = other?.path {
            let isHidden = path.hasPrefix(".") || path.contains("/.")
            let why =
                isHidden
                ? "lies under a name that begins with a dot"
                : "lies elsewhere than in '\(place)' or one directory below"
            return ContainerFault(
                .missingWeights, at: path,
                "'\(path)' \(why), where the container does not look: it says \(words)",
                help: "move it to the top, or set SM_LLAMA_CPP_MODEL to \(ModelDirectory.path)/\(path)")
        }
        let capital = files.entries.first { entry in
            !entry.isDirectory && entry.name.string?.lowercased().hasSuffix(".gguf") ?? false
        }
        if let capital {
            let stem = ByteString(Array(capital.name.bytes.dropLast(".gguf".utf8.count)))
            return ContainerFault(
                .missingWeights, at: capital.path,
                "'\(capital.path)' ends with capital letters, and the container looks for *.gguf: it says \(words)",
                help: "rename it to '\(stem).gguf'")
        }
        let what = weights.map { "'\($0.path)' is no GGUF file, and there is none" }
        return ContainerFault(
            .missingWeights, at: weights?.path,
            (what ?? "'\(place)' holds no GGUF file") + ": the container says \(words)",
            help: "convert the model with llama.cpp's convert_hf_to_gguf.py and upload the *.gguf")
    }

    /// The fault that the projector of a model that sees is taken for the model, as the first by its name.
    private static func projectorFirst(_ path: ByteString, _ found: [ModelFiles.Entry]) -> ContainerFault {
        let model = found.first { !$0.name.hasPrefix("mmproj") }
        let meant = model.map { ", and not '\($0.path)'" } ?? ""
        return ContainerFault(
            .missingWeights, at: path,
            "'\(path)' is the first *.gguf by its name, so the container loads it as the model\(meant): a projector alone is none",
            help: "set SM_LLAMA_CPP_MODEL to \(ModelDirectory.path)/\(model?.path ?? "MODEL.gguf")", gravity: .warning)
    }

    /// Marks a file, and the other parts if it is one of several.
    private static func loadSplits(of path: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        decision.load(path, as: .weights)
        judgeSplit(path, files, &decision)
        let name = path.bytes
        // `NAME-00001-of-00003.gguf`
        guard path.hasSuffix(".gguf"), name.count > 20, ByteString(Array(name.dropLast(5).suffix(15))).hasPrefix("-0")
        else { return }
        let stem = ByteString(Array(name.dropLast(20)))
        for entry in files.entries where entry.path.hasPrefix(stem) && entry.path.count == path.count {
            decision.load(entry.path, as: .weights)
        }
    }

    /// Judges whether a file that is one of several is the first, and has the name by which the others are found.
    ///
    /// Source: `llama_model_loader` in `src/llama-model-loader.cpp` and `llama_split_prefix` in `src/llama.cpp` of
    /// ggml-org/llama.cpp.
    private static func judgeSplit(_ path: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        guard case .ggufSplit(let number, let count)? = files.facts[path] else { return }
        let part = "'\(path)' says that it is part \(number + 1) of \(count)"
        guard number == 0 else {
            return decision.add(
                ContainerFault(
                    .missingWeights, at: path,
                    "\(part), and the container loads it as the model: it says \"illegal split file idx: \(number) … model must be loaded "
                        + "with the first split\"",
                    help:
                        "upload the first part too, named as llama-gguf-split names it, and let SM_LLAMA_CPP_MODEL name that"
                ))
        }
        func digits(_ number: UInt64) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, 5 - text.utf8.count)) + text
        }
        let ending = "-00001-of-\(digits(count)).gguf"
        guard !path.hasSuffix(anyOf: [ending]) else { return }
        decision.add(
            ContainerFault(
                .missingWeights, at: path,
                "\(part), and the others are found by its name only if that ends with '\(ending)': the container says \"invalid split "
                    + "file name\"",
                help:
                    "rename the parts to NAME-00001-of-\(digits(count)).gguf and so on, or join them: `llama-gguf-split --merge`"
            ))
    }
}
