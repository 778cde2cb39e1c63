/// SageMaker's XGBoost container: without a script of the user it loads every file at the top as a model.
///
/// Source: `get_loaded_booster` and `is_ensemble_enabled` in `algorithm_mode/serve_utils.py`, `serving.py` of
/// aws/sagemaker-xgboost-container.
enum XGBoostContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        if container.value("SAGEMAKER_PROGRAM") != nil {
            decideByScript(files, container, &decision)
            return decision
        }
        let candidates = files.files(in: "").filter { !$0.name.hasPrefix(".") }
        guard !candidates.isEmpty else {
            decision.add(withoutModel(files))
            return decision
        }
        let loadsAll = container.value("SAGEMAKER_INFERENCE_ENSEMBLE").map { $0 == "true" } ?? true
        var models: [ModelFiles.Entry] = []
        for entry in candidates {
            if XGBoostFile.canBeModel(entry, files.contents[entry.path]) {
                models.append(entry)
                decision.load(entry.path, as: .model)
                if let fault = outdated(entry, files, container) ?? estimator(entry, files) { decision.add(fault) }
            } else {
                // Archives of a multi-model endpoint are unpacked elsewhere.
                let place = container.hosting == .oneOfMany ? "…" : "\(ModelDirectory.path)"
                let isAlone = candidates.count == 1
                decision.add(extraFile(entry, in: place, isOnlyMaybeLoaded: !loadsAll, isAlone: isAlone))
            }
        }
        if models.count > 1, loadsAll, !areFolds(models) {
            decision.add(
                ContainerFault(
                    .xgboostExtraFile, at: models[1].path,
                    "'\(models[1].path)' is a second model at the top beside '\(models[0].path)': the container serves the mean, or "
                        + "the majority, of \(models.count) models",
                    help: "leave one of them; if the ensemble is meant, ignore this rule", gravity: .warning))
        }
        // Whether a script is set nobody told.
        if container.environment == nil, files.hasDirectory("code") { decision.load("code", as: .script) }
        if files.hasDirectory("code"), container.environment != nil {
            decision.add(
                ContainerFault(
                    .missingProgramVariable, at: "code",
                    "'code' is not looked at, since SAGEMAKER_PROGRAM is not set: the container serves the model by itself",
                    help:
                        "set SAGEMAKER_PROGRAM to the script and SAGEMAKER_SUBMIT_DIRECTORY to \(ModelDirectory.path)/code",
                    gravity: .warning))
        }
        return decision
    }

    /// The fault that nothing at the top is looked at, with what is there instead.
    private static func withoutModel(_ files: ModelFiles) -> ContainerFault {
        let words = ": it stops with \"list index out of range\""
        // macOS writes `._NAME` beside each file.
        let hidden = files.files(in: "").first { $0.isWeights && !$0.name.hasPrefix("._") }
        if let name = hidden?.name {
            let visible = ByteString(Array(name.bytes.drop { $0 == UInt8(ascii: ".") }))
            return ContainerFault(
                .missingWeights, at: name,
                "'\(name)' begins with a dot, and the container passes over such names\(words)",
                help: "rename it: `mv \(ShellWord.quoted(name)) \(ShellWord.quoted(visible))`")
        }
        let deeper = files.entries.first { $0.isWeights && !$0.parent.isEmpty }
        let what = deeper.map { "'\($0.path)' lies in a directory, and the container looks at the top only" }
        return ContainerFault(
            .missingWeights, at: deeper?.path,
            (what ?? "'\(ModelDirectory.path)' has no file at the top whose name begins with no dot") + words,
            help: "put the model file at the top: `tar -czf model.tar.gz -C DIRECTORY xgboost-model`")
    }

    /// Whether models are those of all folds of a cross validation, which the container's own training writes for it to serve their
    /// mean.
    ///
    /// Source: `train_job` in `algorithm_mode/train.py` of aws/sagemaker-xgboost-container, `_kfold`.
    private static func areFolds(_ models: [ModelFiles.Entry]) -> Bool {
        let names = Set(models.map(\.name))
        return models.indices.allSatisfy { names.contains("xgboost-model-" + ByteString("\($0)")) }
    }

    private static func extraFile(
        _ entry: ModelFiles.Entry, in place: String, isOnlyMaybeLoaded: Bool, isAlone: Bool
    ) -> ContainerFault {
        let why =
            isOnlyMaybeLoaded
            ? "is loaded as the model if the directory lists it first, since SAGEMAKER_INFERENCE_ENSEMBLE is not true"
            : "is loaded as a model, as every file at the top without SAGEMAKER_PROGRAM"
        return ContainerFault(
            .xgboostExtraFile, at: entry.path,
            "'\(entry.path)' \(why), and cannot be: the container says \"Model "
                + "\(place)/\(entry.path) cannot be loaded\"",
            help: (isAlone
                ? "save the model with XGBoost: `booster.save_model(\"xgboost-model\")`"
                : "leave only the model file at the top") + ", or set SAGEMAKER_PROGRAM for a script of your own",
            gravity: isOnlyMaybeLoaded ? .warning : nil)
    }

    /// Libraries that the container does not have.
    ///
    /// Source: `requirements.txt` of aws/sagemaker-xgboost-container.
    private static let missingLibraries: Set<String> = ["lightgbm", "catboost"]

    /// The fault that a pickle holds an estimator of scikit-learn, which has no `set_param` as a Booster has, or a model of another
    /// library; nil if it does not.
    private static func estimator(_ entry: ModelFiles.Entry, _ files: ModelFiles) -> ContainerFault? {
        guard let (library, name) = files.contents[entry.path].flatMap(XGBoostFile.estimator) else { return nil }
        guard !missingLibraries.contains(library) else {
            return ContainerFault(
                .xgboostEstimator, at: entry.path,
                "'\(entry.path)' is a pickle of \(library)'s \(name), and the container has no \(library): it stops with \"Pickle load "
                    + "error=No module named '\(library)'\"",
                help: "take an image with \(library), or train the model with XGBoost")
        }
        return ContainerFault(
            .xgboostEstimator, at: entry.path,
            "'\(entry.path)' is a pickle of \(name), and the container takes it for a Booster: it stops with \"'\(name)' object has no "
                + "attribute 'set_param'\"",
            help: name.hasPrefix("XGB")
                ? nil
                : "save a Booster of XGBoost: `booster.save_model(\"xgboost-model\")`, or set SAGEMAKER_PROGRAM for a script"
        )
    }

    /// The fault that a model is in the binary form of old; nil if it is not, or the version of the container reads it.
    ///
    /// Source: `XGBoosterLoadModel` in `src/c_api/c_api.cc` of dmlc/xgboost.
    private static func outdated(
        _ entry: ModelFiles.Entry, _ files: ModelFiles, _ container: Container
    ) -> ContainerFault? {
        let version = container.image?.version(of: "")
        if files.contents[entry.path]?.starts(with: "{L".utf8) ?? false, let version,
            version.lexicographicallyPrecedes([1, 6])
        {
            return ContainerFault(
                .outdatedModelFormat, at: entry.path,
                "'\(entry.path)' is in UBJSON, which XGBoost reads from 1.6 on, and the image has "
                    + version.map(String.init).joined(separator: "."),
                help:
                    "take an image of XGBoost 1.7 or later, or save the model as JSON: `booster.save_model(\"model.json\")`",
                gravity: .error)
        }
        if files.contents[entry.path]?.starts(with: "{\"".utf8) ?? false, let version,
            version.lexicographicallyPrecedes([1])
        {
            return ContainerFault(
                .outdatedModelFormat, at: entry.path,
                "'\(entry.path)' is in JSON, which XGBoost reads from 1.0 on, and the image has "
                    + version.map(String.init).joined(separator: "."),
                help: "take an image of XGBoost 1.0 or later, or save the model with the version of the image",
                gravity: .error)
        }
        guard files.contents[entry.path]?.starts(with: "binf".utf8) ?? false else { return nil }
        if let version, version.lexicographicallyPrecedes([3, 1]) { return nil }
        return ContainerFault(
            .outdatedModelFormat, at: entry.path,
            "'\(entry.path)' is in the binary format of XGBoost that \"has been deprecated in 1.6 and removed in 3.1\"",
            help: version == nil
                ? "\(telling(container)); load the model with XGBoost 3.0 or older and save it as JSON or UBJSON"
                : "load it with XGBoost 3.0 or older and save it as JSON or UBJSON: `booster.save_model(\"model.ubj\")`",
            gravity: version == nil ? .warning : .error)
    }

    /// How to tell the version.
    private static func telling(_ container: Container) -> String {
        switch container.environmentSource {
        case .options: "tell the image with `--image`"
        case .request: "name the image with its version as the tag"
        }
    }

    private static func decideByScript(
        _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) {
        let script = InferenceScript(container, .obeyed(otherwise: nil))
        let missing = judge(environmentOf: container, hasModelData: true)
        if !missing.isEmpty {
            for fault in missing { decision.add(fault.fault) }
        } else if let path = script.path, !script.isThere(files) {
            decision.add(
                script.missing(
                    files, ending: "and the container stops when it imports it",
                    help: "put the script to \(path)", isInjected: false))
        } else {
            decision.faults += script.refusedFunctions(files)
            if script.loadsModel(files) == false,
                let fault = script.withoutModelFunction(
                    ": the container says \"Please provide a model_fn implementation.\"", files)
            {
                decision.add(fault)
            }
        }
        decision.leave(files, to: script.directory, as: .model)
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        let variable = "SAGEMAKER_SUBMIT_DIRECTORY"
        guard let program = container.value("SAGEMAKER_PROGRAM"), container.lacks(variable) else { return [] }
        return [
            EnvironmentFault(
                variable,
                ContainerFault(
                    .missingProgramVariable,
                    "'\(DisplayText.escaped(program))' is looked for in /opt/ml/code, since \(variable) is not set",
                    help: "set \(variable) to \(ModelDirectory.path)/code", gravity: .warning))
        ]
    }
}
