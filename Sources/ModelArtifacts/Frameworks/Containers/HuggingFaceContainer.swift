/// SageMaker's Hugging Face container: a pipeline of transformers on the model directory, or the user's script.
///
/// Source: `load` in `handler_service.py`, `infer_task_from_model_architecture` and `get_pipeline` in `transformers_utils.py` of
/// aws/sagemaker-huggingface-inference-toolkit; huggingface/transformers, `utils/hub.py`, for the weights.
enum HuggingFaceContainer: ServingContainer {
    /// Tasks whose pipelines take no tokenizer.
    ///
    /// Source: `SUPPORTED_TASKS` in `pipelines/__init__.py` of huggingface/transformers, those of the types image, video and audio,
    /// and of the others those whose models have none.
    private static let tasksWithoutTokenizer: Set<String> = [
        "image-segmentation", "image-classification", "audio-classification", "object-detection", "depth-estimation",
        "image-to-image", "text-to-image", "mask-generation", "keypoint-matching", "keypoint-detection",
        "image-feature-extraction", "video-classification", "text-to-audio", "text-to-speech",
    ]
    /// Tasks whose pipelines take a tokenizer besides what reads images or sound.
    private static let tasksWithBoth: Set<String> = [
        "automatic-speech-recognition", "zero-shot-image-classification", "zero-shot-audio-classification",
        "zero-shot-object-detection", "visual-question-answering", "vqa", "image-to-text", "image-text-to-text",
    ]
    /// In the order in which transformers looks for them.
    static let weights = [
        "model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json",
        "tf_model.h5", "tf_model.h5.index.json", "flax_model.msgpack", "flax_model.msgpack.index.json",
    ]

    /// A version before this one knows no safetensors: the images go from 4.17 to 4.26.
    ///
    /// Source: `utils/__init__.py` of huggingface/transformers, whose `SAFE_WEIGHTS_NAME` came after 4.17.
    private static let withSafetensors = [4, 18]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let hub = HubModel(container, "HF_MODEL_ID")
        if let hub, hub.directory != nil, container.value("SAGEMAKER_MULTI_MODEL") != "true" {
            decision.add(askedOfHub(hub))
            return decision
        }
        let script = InferenceScript(container)
        RequirementsPlace.judge(
            files, beside: script.file(in: files), container, says: InferenceScript.noPackages, &decision)
        decision.faults += script.refusedFunctions(files)
        // A script that loads nothing leaves that to the pipeline.
        if script.isThere(files), script.loadsModel(files) ?? true {
            decision.leave(files, to: script.directory)
            TransformersFiles(files).load(into: &decision) { _ in false }
            return decision
        }
        if !script.isThere(files), let file = script.fileAtTop(files) {
            decision.add(script.atTop(file))
            if InferenceScript.loadsModel(file, files) ?? true {
                decision.leave(files, to: file)
                return decision
            }
        } else if !script.isThere(files),
            let other = script.withOtherCapitals(files) ?? script.underAnotherName(files, container)
        {
            decision.add(other)
        } else if !script.isThere(files), let other = script.misplaced(files) {
            let wanted = script.path ?? script.name
            decision.add(
                ContainerFault(
                    .missingInferenceScript, at: other,
                    "'\(other)' is not where the container looks for code, which is \(wanted), and the container does without it",
                    help: "put the script to \(wanted), with what it imports", gravity: .warning))
        } else if script.isNamed, !script.isThere(files) {
            decision.add(
                script.missing(
                    files, ending: "and the container does without it",
                    help: "put the script to \(script.path ?? script.name)", gravity: .warning))
        }
        if let fault = script.withoutKnownFunctions(files) { decision.add(fault) }
        if let hub {
            if let fault = hub.notOfHub(takesDirectories: false) {
                decision.add(fault)
            } else {
                hub.notUsed(container, &decision, remedy: "leave HF_MODEL_ID out")
            }
            return decision
        }
        judge(TransformersFiles(files), container, &decision)
        return decision
    }

    /// The fault that the name of a directory is taken for that of a model of the Hub.
    ///
    /// Source: `start_model_server` in `mms_model_server.py` of aws/sagemaker-huggingface-inference-toolkit: with `HF_MODEL_ID`,
    /// whatever it is, `_load_model_from_hub`.
    static func askedOfHub(_ hub: HubModel) -> ContainerFault {
        ContainerFault(
            .artifactNotUsed,
            "'\(hub.shown)' is what HF_MODEL_ID names, and this container asks the Hub for it, which says \"Repo id must be in the "
                + "form 'repo_name' or 'namespace/repo_name'\"",
            help: "leave HF_MODEL_ID out: without it the container loads what is in \(ModelDirectory.path)",
            gravity: .error)
    }

    private static func judge(
        _ model: TransformersFiles, _ container: Container, _ decision: inout ContainerDecision
    ) {
        if let fault = emptyTask(container) {
            decision.add(fault)
            decision.load(model.directory, as: .model)
            return
        }
        let task = container.value("HF_TASK")
        // Of a pipeline of diffusers the container knows one task, and config.json comes first.
        let isDiffusers = task == "text-to-image" || (task == nil && !model.has("config.json"))
        if isDiffusers, model.has("model_index.json") {
            DiffusersPipeline(files: model.files).judge(&decision)
            return
        }
        if let task, !TransformersTask.isKnown(task) { decision.add(unknownTask(named: task)) }
        let isAdapter = model.has("adapter_config.json")
        guard model.has("config.json") || (isAdapter && task != nil) else {
            let words =
                task == nil
                ? "\"You need to define one of the following [...] as env 'HF_TASK'.\""
                : "\"/opt/ml/model does not appear to have a file named config.json\""
            decision.add(
                model.missingConfiguration("config.json", names: ["config.json", "model_index.json"], says: words))
            return
        }
        if !model.has("config.json"), let fault = model.adapterOfPath { decision.add(fault) }
        // Of several indexes that one is read whose shards are loaded.
        model.load(into: &decision, weights: { $0.hasPrefix("adapter_model.") }, index: { _ in false })
        model.judgeCode(TransformersFiles.Trust(container, "HF_TRUST_REMOTE_CODE"), &decision)
        if let fault = model.newerThanImage(container) { decision.add(fault) }
        if !isAdapter, !model.isForNeuron(container), let fault = model.guessedType(for: task) { decision.add(fault) }
        if task == nil, let fault = unknownTask(model, container) { decision.add(fault) }
        loadWeights(model, container, isAdapter: isAdapter, &decision)
        // Where the container derives none, the one that the architecture is for.
        let likely = task ?? likelyTask(model)
        if let likely, let fault = withoutPreprocessor(model, likely, container) {
            decision.add(fault)
            guard tasksWithBoth.contains(likely) else { return }
        }
        let readsText = likely.map(tasksWithBoth.contains) ?? false
        guard likely.map({ !tasksWithoutTokenizer.contains($0) }) ?? true else { return }
        if let fault = model.tokenizerNewerThanImage(container) ?? model.mergesNewerThanImage(container) {
            decision.add(fault)
        }
        if !model.hasTokenizer(readsText: readsText) {
            decision.add(model.missingTokenizer(says: "\"Can't load tokenizer for '/opt/ml/model'\""))
        }
    }

    /// The fault that no task follows from the configuration; nil if one does, or it is not known.
    private static func unknownTask(_ model: TransformersFiles, _ container: Container) -> ContainerFault? {
        func help(_ task: String) -> String {
            container.settingHelp("HF_TASK", to: ByteString(task)) + ", or add code/inference.py with a model_fn"
        }
        switch model.files.contents["config.json"].flatMap(ModelArchitecture.read) {
        case nil: return nil
        case .absent:
            return ContainerFault(
                .unknownTask, at: "config.json",
                "'config.json' names no architectures, from which the container derives the task: it says \"'NoneType' object has "
                    + "no attribute 'endswith'\"", help: help("feature-extraction"))
        case .named(let name) where ModelArchitecture.misreading(of: name) != nil:
            return ModelArchitecture.misreading(of: name).map { misreading in
                ContainerFault(
                    .unknownTask, at: "config.json",
                    "'config.json' names the architecture '\(DisplayText.escaped(name))', from which the container derives "
                        + "\(misreading.derived), and that takes no \(misreading.input)",
                    help: container.settingHelp("HF_TASK", to: ByteString(misreading.task)),
                    // For that task it loads a tokenizer, and stops where there is none.
                    gravity: model.hasTokenizer(readsText: true) ? .warning : .error)
            }
        case .named(let name) where ModelArchitecture.withTask.contains(where: { name.hasSuffix($0) }): return nil
        case .named(let name):
            let shown = DisplayText.escaped(name)
            return ContainerFault(
                .unknownTask, at: "config.json",
                "'config.json' names the architecture '\(shown)', from which the container derives no task: it says \"Task couldn't "
                    + "be inferenced from \(shown)\"", help: help(ModelArchitecture.task(of: name)))
        }
    }

    /// The task of images or sound that a model is for from whose architecture the container derives none, or one that takes text; nil
    /// of others.
    private static func likelyTask(_ model: TransformersFiles) -> String? {
        guard let name = model.configuration?.firstArchitecture,
            isOfSpeech(name) || !ModelArchitecture.withTask.contains(where: { name.hasSuffix($0) })
        else { return nil }
        let task = isOfSpeech(name) ? "automatic-speech-recognition" : ModelArchitecture.task(of: name)
        return tasksWithPreprocessor.contains(task) ? task : nil
    }

    /// What reads the images or the sound of tasks whose pipelines always load it.
    ///
    /// Source: `get_pipeline` in `transformers_utils.py` of aws/sagemaker-huggingface-inference-toolkit, which hands the model directory
    /// over as that for the first six; `pipeline` in `pipelines/__init__.py` of transformers, which loads it for every model that has one.
    private static let tasksWithPreprocessor: Set<String> = [
        "audio-classification", "automatic-speech-recognition", "image-classification", "image-segmentation",
        "object-detection", "zero-shot-image-classification", "depth-estimation", "video-classification",
        "zero-shot-object-detection", "image-to-text", "zero-shot-audio-classification", "image-text-to-text",
    ]

    /// The fault that what reads images or sound is missing; nil if it is there, or is made of config.json or of code.
    private static func withoutPreprocessor(
        _ model: TransformersFiles, _ task: String, _ container: Container
    ) -> ContainerFault? {
        guard tasksWithPreprocessor.contains(task), !model.has(anyOf: ModelNames.preprocessors),
            let configuration = model.configuration,
            // Models of timm have it in config.json.
            !configuration.members.contains("pretrained_cfg"), configuration.modelType != "timm_wrapper",
            configuration.modules.isEmpty, !(container.image?.isForNeuron ?? false)
        else { return nil }
        return ContainerFault(
            .missingModelConfig,
            "'preprocessor_config.json' is missing, by which the model reads its input for \(task): the container says \"\(model.place) "
                + "does not appear to have a file named preprocessor_config.json\"",
            help: "save it beside the model: `AutoProcessor.from_pretrained(NAME).save_pretrained('model')`")
    }

    private static func isOfSpeech(_ architecture: String) -> Bool {
        ["Whisper", "Speech2Text"].contains(where: architecture.hasPrefix)
            && architecture.hasSuffix("ForConditionalGeneration")
    }

    private static func loadWeights(
        _ model: TransformersFiles, _ container: Container, isAdapter: Bool, _ decision: inout ContainerDecision
    ) {
        // An image with PyTorch alone converts nothing of other frameworks, and a transformers of old knows no safetensors.
        let isPyTorch = container.image?.repository.hasPrefix("huggingface-pytorch") ?? false
        let isOld = container.image?.version(of: "transformers")?.lexicographicallyPrecedes(withSafetensors) ?? false
        if let first = weights.prefix(isPyTorch ? 4 : weights.count).dropFirst(isOld ? 2 : 0).first(where: model.has) {
            decision.load(model.directory.appending(ByteString(first)), as: .weights)
            defer { judgeMetadata(model, container, &decision) }
            guard first.hasSuffix(".index.json") else { return }
            if let shards = model.shards(of: first) {
                for path in shards { decision.load(path, as: .weights) }
                return
            }
            let stem = first.prefix { $0 != "." } + "-"
            for entry in model.weights where entry.name.hasPrefix(ByteString(String(stem))) {
                let ending = first.dropFirst(stem.count - 1).dropLast(".index.json".count)
                if entry.name.hasSuffix(ByteString(String(ending))) { decision.load(entry.path, as: .weights) }
            }
            return
        }
        // What Neuron compiled holds its weights.
        let isCompiled =
            container.image?.isForNeuron ?? false
            || model.files.files(in: model.directory).contains { $0.name.hasSuffix(".neuron") }
        // Of shards another rule says that their index is missing, or that some of them are.
        let hasShards = model.weights.contains { entry in
            ["model-", "pytorch_model-"].contains { entry.name.hasPrefix($0) }
                && NumberedName(entry.name.bytes.span) != nil
        }
        guard !isAdapter, !isCompiled, !hasShards else { return }
        if isOld, let file = weights.prefix(2).first(where: model.has) {
            let path = model.directory.appending(ByteString(file))
            decision.add(
                ContainerFault(
                    .missingWeights, at: path,
                    "'\(path)' is of safetensors, which the image's version of transformers does not know: it says \"Error no file named "
                        + "... found in directory /opt/ml/model\"",
                    help:
                        "take an image of a later version, or save with `save_pretrained('model', safe_serialization=False)`"
                ))
            return
        }
        decision.add(
            model.missingWeights(
                "model.safetensors, pytorch_model.bin or an index of these",
                says: "\"Error no file named pytorch_model.bin, model.safetensors, tf_model.h5, model.ckpt.index or "
                    + "flax_model.msgpack found in directory /opt/ml/model\""))
    }

    /// Judges what the safetensors files that are loaded say of themselves, where transformers looks at it.
    ///
    /// Source: `load_state_dict` in `modeling_utils.py` of huggingface/transformers, which takes metadata for there up to 4.49.
    private static func judgeMetadata(
        _ model: TransformersFiles, _ container: Container, _ decision: inout ContainerDecision
    ) {
        if let version = container.image?.version(of: "transformers"), !version.lexicographicallyPrecedes([4, 50]) {
            return
        }
        let nameless = model.weights.map(\.path).filter { path in
            guard case .safetensors(namesFormat: false, _)? = model.files.facts[path] else { return false }
            return decision.role(of: path) == .weights
        }
        guard let first = nameless.first else { return }
        let others = nameless.count > 1 ? " and \(Plural.count(nameless.count - 1, "other file"))" : ""
        decision.add(
            ContainerFault(
                .outdatedModelFormat, at: first,
                "'\(first)'\(others) has no 'format' in the metadata: transformers before 4.50 says \"AttributeError: 'NoneType' "
                    + "object has no attribute 'get'\", or that it 'does not contain the valid metadata'",
                help: "save it with save_pretrained, or with `save_file(tensors, FILE, metadata={'format': 'pt'})`",
                gravity: .warning))
    }
}
