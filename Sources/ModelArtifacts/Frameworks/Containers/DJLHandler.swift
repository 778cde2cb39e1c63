/// What the handlers of the DJL containers want besides: those of scikit-learn and XGBoost one file of a format, and adapters a
/// switch.
///
/// Source: `sklearn_handler.py`, `xgboost_handler.py` and `find_model_file` in `engines/python/setup/djl_python`,
/// `load_model_service` in `service_loader.py`, `recommendedEntryPoint` in `PyModel.java`, `ModelInfo.load` of
/// deepjavalibrary/djl-serving.
struct DJLHandler {
    /// How the names of files of a format end, the first format being the one that is taken if none is told.
    private static let formats: [String: [(name: String, endings: [String], isTrusted: Bool)]] = [
        "djl_python.sklearn_handler": [
            ("skops", ["skops"], true), ("joblib", ["joblib", "jl"], false), ("pickle", ["pkl", "pickle"], false),
            ("cloudpickle", ["pkl", "pickle", "cloudpkl"], false),
        ],
        "djl_python.xgboost_handler": [
            ("json", ["json"], true), ("ubj", ["ubj"], true), ("pickle", ["pkl", "pickle"], false),
            ("xgb", ["xgb", "model", "bst"], false),
        ],
    ]
    /// The files for which the container chooses the handler of scikit-learn by itself.
    private static let pickles = [".skops", ".joblib", ".pkl", ".pickle", ".cloudpkl"]

    private let model: TransformersFiles
    private let container: Container
    /// What serving.properties says; nil if it was not read.
    private let properties: PropertiesFile?

    init(_ model: TransformersFiles, _ container: Container) {
        self.model = model
        self.container = container
        properties = model.files.contents[model.directory.appending("serving.properties")].map { PropertiesFile($0) }
    }

    func judge(_ decision: inout ContainerDecision) {
        // What the file says nobody knows.
        guard properties != nil || !model.has("serving.properties") else { return loadAdapters(&decision) }
        judgeEngine(&decision)
        judgeAdapters(&decision)
        judgeFormat(&decision)
        judgeEntryPoint(&decision)
    }

    /// The value of an option, in the file first and then in the environment.
    private func option(_ key: String) -> String? {
        properties?["option." + key] ?? container.value("OPTION_" + key.uppercased())
    }

    /// Judges the name of the engine, which is compared as it stands, with what blanks stand behind it.
    private func judgeEngine(_ decision: inout ContainerDecision) {
        guard let engine = properties?["engine"], let meant = DJLEngine.meant(by: engine) else { return }
        let shown = DisplayText.escaped(engine)
        let why =
            switch meant {
            case .blanks: "with the blanks behind it, which are a part of a value in such a file"
            case .spelling: "and engines are told by their names as they stand"
            case .serving: "which is a way in which the engine Python serves, and no engine"
            }
        decision.add(
            ContainerFault(
                .refusedSetting, at: model.directory.appending("serving.properties"),
                "'\(shown)' is what engine names, \(why): the container says \"Deep learning engine not found: \(shown)\"",
                help: meant.help))
    }

    /// The engines that take a handler in Python.
    private static let pythonEngines = ["Python", "MPI", "DeepSpeed", "FasterTransformer"]

    /// Whether a handler in Python serves the model: its engine is named, or the one that is detected.
    ///
    /// Source: `inferEngine` in `ModelInfo.java`.
    private var servesByPython: Bool {
        if let engine = properties?["engine"] ?? container.value("OPTION_ENGINE") {
            return Self.pythonEngines.contains(engine)
        }
        let stems: [ByteString] = ["model", model.directory.isEmpty ? "model" : model.directory.lastComponent]
        let others = stems.flatMap { stem in
            [".pt", ".onnx", ".json", ".xgb", ".bst"].map { stem + ByteString($0) }
        }
        return model.has(anyOf: ["config.json", "model.py"]) && properties?["option.modelName"] == nil
            && !model.has(anyOf: ["metadata.yaml", "config.pbtxt", "saved_model.pb"])
            && !others.contains { model.files.hasFile(model.directory.appending($0)) }
    }

    /// Judges whether the file of a handler of one's own is there. Of a module, or an address, nobody can tell.
    private func judgeEntryPoint(_ decision: inout ContainerDecision) {
        let told = properties?["option.entryPoint"]
        guard let file = told ?? container.value("OPTION_ENTRYPOINT"), file.hasSuffix(".py"),
            !file.lowercased().hasPrefix("http"), !file.contains("{"),
            servesByPython,
            // Such an archive has a handler of its own.
            !model.has("MAR-INF/MANIFEST.json"),
            let path = file.hasPrefix("/") ? ByteString(file).belowModel : model.directory.appending(ByteString(file)),
            path.bytes.count(where: { $0 == UInt8(ascii: "/") }) < ModelFiles.knownDepth, !path.hasPrefix("."),
            !model.files.hasFile(path)
        else { return }
        let variable = told == nil ? "OPTION_ENTRYPOINT" : "option.entryPoint"
        let other = model.files.files(named: path.lastComponent).first.map { "; '\($0.path)' is" } ?? ""
        decision.add(
            ContainerFault(
                .missingInferenceScript, at: told == nil ? nil : model.directory.appending("serving.properties"),
                "'\(DisplayText.escaped(file))' is what \(variable) names, and it is not there\(other): the container says "
                    + "\"entry-point file not found \(ModelDirectory.path(of: path)).\"",
                help: "put it to \(path), or name the file that is there"))
    }

    private var adapters: ByteString { model.directory.appending("adapters") }

    private func loadAdapters(_ decision: inout ContainerDecision) {
        if model.files.hasDirectory(adapters) { decision.load(adapters, as: .weights) }
    }

    /// Judges whether the adapters beside the model are loaded.
    private func judgeAdapters(_ decision: inout ContainerDecision) {
        let told = option("enable_lora")
        // That a variable is missing is known only of an environment that is told.
        let isOff = told.map { $0.lowercased() != "true" } ?? (container.environment != nil)
        guard isOff, let first = model.files.inside(adapters).first(where: \.isDirectory) else {
            return loadAdapters(&decision)
        }
        decision.add(
            ContainerFault(
                .artifactNotUsed, at: adapters,
                "'\(first.path)' is an adapter, and option.enable_lora is not true, without which the container does not look at it",
                help: "set option.enable_lora=true in serving.properties, or OPTION_ENABLE_LORA=true"))
    }

    /// Judges the files of a model that a handler of the container loads. One of the user's own may load it in their place.
    private func judgeFormat(_ decision: inout ContainerDecision) {
        guard !model.has("model.py") else { return }
        let name = model.directory.isEmpty ? ByteString("model") : model.directory.lastComponent
        let isRecommended = Self.pickles.contains { ending in
            [name, "model"].contains { model.files.hasFile(model.directory.appending($0 + ByteString(ending))) }
        }
        let engine = properties?["engine"] ?? container.value("OPTION_ENGINE") ?? "Python"
        let entryPoint =
            properties?["option.entryPoint"] ?? container.value("OPTION_ENTRYPOINT")
            ?? (isRecommended && engine == "Python" ? "djl_python.sklearn_handler" : "")
        guard let formats = Self.formats[entryPoint], let usual = formats.first else { return }
        let told = option("model_format") ?? (usual.name == "json" ? container.value("MODEL_FORMAT") : nil)
        guard let format = formats.first(where: { $0.name == told ?? usual.name }) else {
            return refuse(formats, &decision)
        }
        // Without a format in the file, one that nobody told here may be in the environment.
        let gravity: ContainerFault.Gravity? = container.environment == nil && told == nil ? .warning : nil
        let found = model.files.files(in: model.directory).filter { entry in
            !entry.name.hasPrefix(".") && format.endings.contains { entry.name.hasSuffix(ByteString("." + $0)) }
        }
        if let fault = wrongCount(found, format.name, gravity) {
            decision.add(fault)
        } else if !format.isTrusted {
            judgeTrust(found.first?.path, format.name, isXGBoost: usual.name == "json", &decision)
        }
    }

    private func wrongCount(
        _ found: [ModelFiles.Entry], _ format: String, _ gravity: ContainerFault.Gravity?
    ) -> ContainerFault? {
        if found.count > 1 {
            return ContainerFault(
                .missingWeights, at: found[1].path,
                "'\(found[1].path)' is a second file of the format \(format) beside '\(found[0].path)': the container says \"Multiple "
                    + "model files found in \(model.place)\"",
                help: "leave only the model's file there", gravity: gravity)
        }
        guard found.isEmpty else { return nil }
        let other = model.weights.first
        return ContainerFault(
            .missingWeights, at: other?.path,
            "'\(other?.path ?? model.place)' \(other == nil ? "holds" : "is") no file of the format \(format): the container says \"No "
                + "model file found with format '\(format)' in \(model.place)\"",
            help: "set option.model_format to that of the file, or save the model as \(format)", gravity: gravity)
    }

    /// Judges whether a format that runs what is in the file is allowed.
    private func judgeTrust(
        _ path: ByteString?, _ format: String, isXGBoost: Bool, _ decision: inout ContainerDecision
    ) {
        let told =
            option("trust_insecure_model_files") ?? (isXGBoost ? container.value("TRUST_INSECURE_MODEL_FILES") : nil)
        guard told?.lowercased() != "true" else { return }
        decision.add(
            ContainerFault(
                .refusedSetting, at: path,
                "'\(path ?? model.place)' is of the format \(format), which the container loads only if it may: it says "
                    + "\"option.trust_insecure_model_files must be set to 'true'\"",
                help:
                    "set option.trust_insecure_model_files=true in serving.properties, or OPTION_TRUST_INSECURE_MODEL_FILES=true",
                gravity: container.environment == nil && told == nil ? .warning : nil))
    }

    private func refuse(
        _ formats: [(name: String, endings: [String], isTrusted: Bool)], _ decision: inout ContainerDecision
    ) {
        let known = formats.map(\.name).joined(separator: ", ")
        decision.add(
            ContainerFault(
                .refusedSetting,
                "'option.model_format' has a value that the handler does not know: the container says \"Unsupported model format\"",
                help: "set it to one of \(known)"))
    }
}
