/// What the servers of language models have in common: a directory with a configuration, weights and a tokenizer.
enum LanguageModelServer {
    /// The directory that a variable names, or the model directory where it is not set.
    ///
    /// - Returns: nil if it names something else, which the decision then says: a file of the model, or what is elsewhere.
    static func model(
        _ variable: String, _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) -> TransformersFiles? {
        guard let named = HubModel(container, variable) else { return TransformersFiles(files) }
        guard let directory = named.directory else {
            let server: Framework = variable == "SM_VLLM_MODEL" ? .vllm : .sglang
            if !ServerHandlers.load(files, container, of: server, &decision) { named.notUsed(container, &decision) }
            return nil
        }
        guard !files.hasFile(directory) else {
            decision.load(directory, as: .weights)
            return nil
        }
        return TransformersFiles(files, in: directory, namedBy: variable)
    }

    /// What a variable says that names a model elsewhere, where there are model data.
    static func judge(_ variable: String, _ container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        ServerHandlers.areNamed(container)
            ? [] : HubModel(container, variable)?.notUsed(container, hasModelData: hasModelData) ?? []
    }

    /// Judges a directory.
    ///
    /// - Parameters:
    ///   - configurations: the files of which one tells what the model is.
    ///   - suffixes: how the names of weights end.
    ///   - passedOver: what the names of weights must not hold.
    ///   - isChosen: whether a file that is so called is loaded where several are there for the same weights.
    ///   - texts: what the server says when one is missing.
    static func judge(
        _ model: TransformersFiles, configurations: [String], suffixes: [String], passingOver passedOver: [String] = [],
        _ texts: Texts, _ decision: inout ContainerDecision, choosing isChosen: (ByteString) -> Bool = { _ in true }
    ) {
        if let text = texts.configuration, !model.has(anyOf: configurations) {
            let wanted = configurations.joined(separator: " or ")
            decision.add(model.missingConfiguration(wanted, names: configurations, says: text))
            return
        }
        if configurations.contains("model_index.json"), model.has("model_index.json"), !model.has("config.json") {
            decision.load(model.directory, as: .model)
            return
        }
        func isRead(_ name: ByteString, _ suffix: String) -> Bool {
            name.hasSuffix(ByteString(suffix)) && !ModelNames.isTrainingState(name)
                && !passedOver.contains { name.contains($0) }
        }
        let used = suffixes.first { suffix in model.weights.contains { isRead($0.name, suffix) } }
        model.load(
            into: &decision, weights: { name in used.map { isRead(name, $0) && isChosen(name) } ?? false },
            index: { name in used.map { name.hasSuffix(ByteString($0 + ".index.json")) && isChosen(name) } ?? true })
        for entry in model.files.files(in: model.directory) where entry.name.hasSuffix(".py") {
            decision.load(entry.path, as: .script)
        }
        if used == nil {
            let wanted = suffixes.map { "*" + $0 }.joined(separator: ", ")
            decision.add(model.missingWeights(wanted, says: texts.weights))
        }
        if !model.hasTokenizer(), let text = texts.tokenizer { decision.add(model.missingTokenizer(says: text)) }
    }

    /// Whether a variable that stands for a switch is set.
    static func isOn(_ variable: String, _ container: Container) -> Bool {
        container.value(variable).map { ["true", "1", "yes"].contains($0.lowercased()) } ?? false
    }

    /// What a server says; nil for what it does not need.
    struct Texts {
        var configuration: String?
        var weights: String
        var tokenizer: String?
    }
}
