/// SageMaker's TensorFlow Serving container: it serves every directory that holds `saved_model.pb` in a directory whose name is
/// a number.
///
/// Source: `find_models` and `find_model_versions` in `tfs_utils.py`, `_create_tfs_config` in `serve.py` of
/// aws/sagemaker-tensorflow-serving-container.
enum TensorFlowServingContainer: ServingContainer {
    private static let words = "ValueError: no SavedModel bundles found!"

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
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
        if files.hasFile("code/inference.py") { decision.load("code", as: .script) }
        return decision
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
