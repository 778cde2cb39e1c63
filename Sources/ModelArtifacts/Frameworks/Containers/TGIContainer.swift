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
        for setting in TGISettings.faults(container) { decision.add(setting.fault) }
        guard let model = HubModel.model(files, container, &decision) else { return decision }
        guard !model.isForNeuron(container) else {
            decision.load(model.directory, as: .model)
            return decision
        }
        guard !isMerged(model) else {
            merge(model, &decision)
            return decision
        }
        LanguageModelServer.judge(
            model, configurations: ["config.json"], suffixes: [".safetensors", ".bin", ".pt"],
            passingOver: passedOver,
            LanguageModelServer.Texts(
                configuration: "\"\(model.place) does not appear to have a file named config.json\"",
                weights: "\"No local weights found in \(model.place) with extension .bin\"",
                tokenizer: "\"Can't load tokenizer for '\(model.place)'\""),
            &decision)
        guard !decision.faults.contains(where: { $0.kind == .missingModelConfig }) else { return decision }
        if container.first("HF_MODEL_QUANTIZE", "QUANTIZE") != nil {
            model.loadQuantization(TransformersFiles.quantizationOfMethods, into: &decision)
        }
        if let fault = model.unknownToTGI { decision.add(fault) }
        if let fault = model.withoutProcessor { decision.add(fault) }
        if let fault = model.tokenizerNewerThanImage(container) ?? model.mergesNewerThanImage(container) {
            decision.add(fault)
        }
        model.judgeCode(
            TransformersFiles.Trust(container, "HF_MODEL_TRUST_REMOTE_CODE", "TRUST_REMOTE_CODE"), &decision)
        let weights = model.weights.filter { entry in
            !passedOver.contains { entry.name.contains($0) }
        }
        if let fault = conflict(weights.filter { $0.name.hasSuffix(".safetensors") }, files) { decision.add(fault) }
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

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        TGISettings.faults(container) + HubModel.judge(environmentOf: container, hasModelData: hasModelData)
    }

    /// Whether the server merges an adapter into its model before it starts: where weights are safetensors, it takes these and
    /// looks no further.
    ///
    /// Source: `download_weights` in `server/text_generation_server/cli.py`.
    private static func isMerged(_ model: TransformersFiles) -> Bool {
        model.has("adapter_config.json") && model.has("adapter_model.bin")
            && !model.weights.contains { entry in
                entry.name.hasSuffix(".safetensors") && !passedOver.contains { entry.name.contains($0) }
            }
    }

    /// Source: `download_and_unload_peft` in `server/text_generation_server/utils/peft.py`.
    private static func merge(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        model.load(into: &decision) { $0 == "adapter_model.bin" }
        let path = model.directory.appending("adapter_model.bin")
        decision.add(
            ContainerFault(
                .missingWeights, at: path,
                "'\(path)' is of an adapter, which is merged at each start into the model that adapter_config.json names: that has to be "
                    + "there to download, and the model directory one that can be written to",
                help: "merge them before: `model.merge_and_unload().save_pretrained('model')`, and deploy that",
                gravity: .warning))
    }

    /// The fault that two files that are both read hold the same tensors, as far as their names or their headers tell.
    ///
    /// Source: `Weights.__init__` in `server/text_generation_server/utils/weights.py`.
    private static func conflict(_ weights: [ModelFiles.Entry], _ files: ModelFiles) -> ContainerFault? {
        // What a set of shards is called tells; what others are called does not.
        var first: [String: ModelFiles.Entry] = [:]
        for entry in weights {
            let number = NumberedName(entry.name.bytes.span)
            let stem = number.map { Array(entry.name.bytes[..<$0.stemEnd]) } ?? Array(entry.name.bytes.dropLast(12))
            guard stem.elementsEqual("model".utf8) else { continue }
            first["\(number?.count ?? 0)"] = first["\(number?.count ?? 0)"] ?? entry
        }
        let sets = first.values.sorted { $0.path < $1.path }
        if sets.count > 1 { return conflict(of: sets[0], with: sets[1]) }
        var seen: [(entry: ModelFiles.Entry, names: TensorNames)] = []
        for entry in weights {
            guard case .safetensors(_, let names)? = files.facts[entry.path] else { continue }
            if let other = seen.first(where: { $0.names.overlap(names) }) {
                return conflict(of: other.entry, with: entry)
            }
            if seen.count < mostCompared { seen.append((entry, names)) }
        }
        return nil
    }

    /// More files than any model has shards.
    private static let mostCompared = 1000

    private static func conflict(of one: ModelFiles.Entry, with other: ModelFiles.Entry) -> ContainerFault {
        ContainerFault(
            .conflictingWeights, at: other.path,
            "'\(one.path)' and '\(other.path)' are both there, with the same tensors: the container says \"Key … was found in "
                + "multiple files\"", gravity: .error)
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
                if let fault = hub.notOfHub(takesDirectories: true) {
                    decision.add(fault)
                } else {
                    hub.notUsed(container, &decision)
                }
                return nil
            }
            return TransformersFiles(files, in: directory, namedBy: hub.variable)
        }
        if container.lacks("HF_MODEL_ID") { decision.add(missing(container)) }
        return TransformersFiles(files)
    }

    /// The fault that it is not set, without which the container stops.
    static func missing(_ container: Container) -> ContainerFault {
        ContainerFault(
            .artifactNotUsed,
            "'HF_MODEL_ID' is not set, and the container stops with \"HF_MODEL_ID must be set\"",
            help: container.settingHelp("HF_MODEL_ID", to: ModelDirectory.path),
            gravity: .error)
    }
}
