/// SageMaker's TensorFlow Serving container: it serves every directory that holds `saved_model.pb` in a directory whose name is
/// a number.
///
/// Source: `find_models` and `find_model_versions` in `tfs_utils.py`, `_create_tfs_config` in `serve.py` of
/// aws/sagemaker-tensorflow-serving-container.
enum TensorFlowServingContainer: ServingContainer {
    private static let words = "ValueError: no SavedModel bundles found!"

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        for setting in judge(environmentOf: container, hasModelData: true) { decision.add(setting.fault) }
        let graphs = files.files(named: "saved_model.pb")
        let bundles = graphs.filter { $0.parent.lastComponent.isNumber }
        guard !bundles.isEmpty else {
            decision.add(noSavedModel(files, graphs, isOneOfMany: container.hosting == .oneOfMany))
            return decision
        }
        let models = Set(bundles.map(\.parent.parent))
        for entry in files.entries where entry.isDirectory && entry.name.isNumber && models.contains(entry.parent) {
            decision.load(entry.path, as: .version)
            guard !files.hasFile(entry.path + "/saved_model.pb") else { continue }
            decision.add(
                ContainerFault(
                    .noSavedModel, at: entry.path,
                    "'\(entry.path)' is taken for a version, as its name is a number, and has no saved_model.pb: it fails to load",
                    help: "leave the directory out, or put the SavedModel of that version into it", gravity: .warning))
        }
        for bundle in bundles { decision.load(bundle.parent, as: .version) }
        judgeScript(files, bundles, container, &decision)
        judgeDefault(models.sorted(), container, &decision)
        return decision
    }

    /// Judges the variables that may be true or false and nothing else.
    ///
    /// Source: `__init__` of `ServiceManager` in `serve.py`.
    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        ["SAGEMAKER_MULTI_MODEL", "SAGEMAKER_TFS_ENABLE_BATCHING"].compactMap { variable in
            guard let value = container.environment?[variable], !["true", "false"].contains(value.lowercased()) else {
                return nil
            }
            return EnvironmentFault(
                variable,
                ContainerFault(
                    .refusedSetting,
                    "'\(variable)' is neither true nor false: the container stops with \"\(variable) must be 'true' or 'false'\"",
                    help: "set \(variable) to true or false, or leave it out"))
        }
    }

    /// Judges the code that the container looks for in one place.
    private static func judgeScript(
        _ files: ModelFiles, _ bundles: [ModelFiles.Entry], _ container: Container, _ decision: inout ContainerDecision
    ) {
        if files.hasFile("code/inference.py") {
            decision.load("code", as: .script)
            if let fault = withoutHandlers(files) { decision.add(fault) }
            guard files.hasDirectory("code/lib") else {
                RequirementsPlace.judge(
                    files, beside: "code/inference.py", container, says: InferenceScript.noPackages + ".", &decision)
                return
            }
            guard files.hasFile("code/requirements.txt") else { return }
            decision.add(
                ContainerFault(
                    .ignoredRequirements, at: "code/requirements.txt",
                    "'code/requirements.txt' is not looked at: the container says \"loading modules in "
                        + "'\(ModelDirectory.path)/code/lib', ignoring requirements.txt\""))
            return
        }
        // Beside a version, beside a model, or beside a directory around it.
        let around = bundles.flatMap { Self.ancestors(of: $0.parent) }
        let places = around.map { $0 + "/code/inference.py" } + ["inference.py"]
        guard let other = places.first(where: files.hasFile) else { return }
        decision.add(
            ContainerFault(
                .missingInferenceScript, at: other,
                "'\(other)' is not where the container looks for code, which is code/inference.py at the top: it serves the model "
                    + "without",
                help: "move it to code/inference.py, with its requirements.txt", gravity: .warning))
    }

    /// A directory and those that it lies in, but for the model directory.
    private static func ancestors(of directory: ByteString) -> [ByteString] {
        var (found, directory) = ([ByteString](), directory)
        while !directory.isEmpty {
            found.append(directory)
            directory = directory.parent
        }
        return found
    }

    /// The fault that the script has no function which the container calls.
    ///
    /// Source: `_import_handlers` in `python_service.py`.
    private static func withoutHandlers(_ files: ModelFiles) -> ContainerFault? {
        let path: ByteString = "code/inference.py"
        guard let source = files.contents[path].map({ PythonSource($0) }), !source.mayDefine("handler"),
            !(source.mayDefine("input_handler") && source.mayDefine("output_handler"))
        else { return nil }
        return ContainerFault(
            .missingInferenceScript, at: path,
            "'\(path)' has neither a handler nor both of input_handler and output_handler: the container says \"Handlers are not "
                + "implemented correctly in user script.\"",
            help: "define input_handler(data, context) and output_handler(response, context), or handler(data, context)"
        )
    }

    /// Judges which of the models requests reach.
    private static func judgeDefault(
        _ models: [ByteString], _ container: Container, _ decision: inout ContainerDecision
    ) {
        let variable = "SAGEMAKER_TFS_DEFAULT_MODEL_NAME"
        let names = models.map { $0.isEmpty ? "model" : $0.lastComponent }
        var places: [ByteString: ByteString] = [:]
        for (name, model) in zip(names, models) {
            guard let other = places.updateValue(model, forKey: name) else { continue }
            decision.add(
                ContainerFault(
                    .severalSavedModels, at: model,
                    "'\(model)' has the same last name as '\(other)', which both models are known by: the server says \"Illegal to "
                        + "list model \(name) multiple times in config list\"",
                    help: "give one of the two directories another name", gravity: .error))
            return
        }
        let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        if let named = container.value(variable) {
            guard !names.contains(ByteString(named)) else { return }
            decision.add(
                ContainerFault(
                    .severalSavedModels,
                    "'\(DisplayText.escaped(named))' is what \(variable) names, and there is no such model: each request fails",
                    help: "set \(variable) to one of: \(shown)", gravity: .error))
        } else if names.count > 1 {
            decision.add(
                ContainerFault(
                    .severalSavedModels, at: models.last,
                    "'\(models.last ?? "")' is one of \(names.count) models, \(shown), and \(variable) does not say which of them "
                        + "requests reach: it is the first that the file system lists",
                    help: container.settingHelp(variable, to: names.last ?? "")))
        }
    }

    /// What is there instead.
    private static func noSavedModel(
        _ files: ModelFiles, _ graphs: [ModelFiles.Entry], isOneOfMany: Bool
    ) -> ContainerFault {
        // A model of many is loaded by the first call that names it. Source: `validate_model_dir` in `python_service.py`.
        let ending =
            isOneOfMany
            ? "; the container does not load it when a call names it" : "; the container stops with \"\(words)\""
        if files.hasFile("saved_model.pb") {
            return ContainerFault(
                .noSavedModel, at: "saved_model.pb",
                "'saved_model.pb' lies at the top, and has to lie in a directory whose name is a number\(ending)",
                help: "put the SavedModel into a version directory: 1/saved_model.pb and 1/variables/")
        }
        if let graph = graphs.first {
            return ContainerFault(
                .noSavedModel, at: graph.parent,
                "'\(graph.parent)' holds saved_model.pb, and its name is no number, as that of a version has to be\(ending)",
                help: "rename the directory to a number, as 1")
        }
        if let text = files.files(named: "saved_model.pbtxt").first {
            return ContainerFault(
                .noSavedModel, at: text.path,
                "'\(text.path)' is a SavedModel as text, and the container looks for saved_model.pb\(ending)",
                help: "save the model anew with `tf.saved_model.save(model, 'model/1')`")
        }
        let keras = files.entries.first { !$0.isDirectory && $0.name.hasSuffix(anyOf: [".h5", ".keras", ".hdf5"]) }
        if let keras {
            return ContainerFault(
                .noSavedModel, at: keras.path,
                "'\(keras.path)' is a model of Keras, and the container loads SavedModels only\(ending)",
                help: "export it with `model.export('model/1')`")
        }
        return ContainerFault(
            .noSavedModel,
            isOneOfMany
                ? "'saved_model.pb' lies in no directory at the top whose name is a number\(ending)"
                : "'\(ModelDirectory.path)' has no saved_model.pb in a directory whose name is a number\(ending)",
            help: "save the model with `tf.saved_model.save(model, 'model/1')` and deploy the folder 'model'")
    }
}
