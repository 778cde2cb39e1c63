/// SageMaker's scikit-learn container, which always needs a script of the user.
///
/// Source: `import_module` in `serving.py` of aws/sagemaker-scikit-learn-container; `sagemaker_containers/_env.py` of
/// aws/sagemaker-containers for the variables: `SAGEMAKER_PROGRAM` has no default, and `SAGEMAKER_SUBMIT_DIRECTORY` is
/// `/opt/ml/code` unless it is set.
enum ScikitLearnContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        for missing in judge(environmentOf: container, hasModelData: true) { decision.add(missing.fault) }
        let script = InferenceScript(container, .obeyed(otherwise: "code"))
        let hasScript =
            script.isNamed
            ? script.isThere(files)
            : files.entries.contains { entry in
                !entry.isDirectory && entry.name.hasSuffix(".py") && (entry.parent.isEmpty || entry.parent == "code")
            }
        if script.directory == "code" {
            RequirementsPlace.judge(
                files, beside: script.isNamed ? script.file(in: files) : codeFile(files), container,
                says: "InstallModuleError", &decision)
        }
        // The archives of a multi-model endpoint are unpacked elsewhere than where the script is looked for.
        if let path = script.path, !hasScript, container.hosting != .oneOfMany {
            let isTold = container.environment != nil
            decision.add(
                isTold || script.elsewhere(files) != nil
                    ? script.missing(
                        files, ending: "and the container stops when it imports it",
                        help: "put the script, which has a model_fn, to \(path)", isInjected: false,
                        gravity: isTold ? nil : .warning)
                    : untold)
        }
        if let fault = atTop(files, script, container) { decision.add(fault) }
        if hasScript, script.loadsModel(files) == false,
            let fault = script.withoutModelFunction(
                ": the container says \"Please provide a model_fn implementation.\"", files)
        {
            decision.add(fault)
        }
        if hasScript { decision.faults += script.refusedFunctions(files) }
        decision.leave(files, to: script.directory, as: .model)
        return decision
    }

    /// What there is to say of an artifact without a script, as a training writes it, where nobody tells whether one comes with it.
    ///
    /// Source: `prepare_container_def` in `src/sagemaker/sklearn/model.py` of aws/sagemaker-python-sdk, which uploads the script by itself
    /// and puts it into the artifact only where the network is isolated.
    private static var untold: ContainerFault {
        ContainerFault(
            .missingInferenceScript,
            "'\(ModelDirectory.path)' holds no script, and the container needs the one that SAGEMAKER_PROGRAM names in "
                + "SAGEMAKER_SUBMIT_DIRECTORY: SKLearnModel of the SageMaker SDK uploads it beside the artifact and sets both",
            help:
                "deploy with `SKLearnModel(entry_point=…)`, or put it to code/inference.py and set SAGEMAKER_PROGRAM to inference.py "
                + "and SAGEMAKER_SUBMIT_DIRECTORY to \(ModelDirectory.path)/code; `--env` tells what is set",
            gravity: .note)
    }

    /// The fault that the script lies at the top, where nobody tells that the container is to look; nil if it does not.
    private static func atTop(
        _ files: ModelFiles, _ script: InferenceScript, _ container: Container
    ) -> ContainerFault? {
        guard container.environment == nil, container.hosting != .oneOfMany, codeFile(files) == nil,
            let file = script.fileAtTop(files)
        else { return nil }
        let place = "\(ModelDirectory.path)/code"
        return ContainerFault(
            .missingInferenceScript, at: file,
            "'\(file)' lies at the top, and the container looks where SAGEMAKER_SUBMIT_DIRECTORY says, which the SageMaker SDK sets "
                + "to \(place)",
            help: "move it to code/inference.py, or set SAGEMAKER_SUBMIT_DIRECTORY to \(ModelDirectory.path)",
            gravity: .warning)
    }

    /// A file in the directory of the code that may be the script, where nobody tells which one is.
    private static func codeFile(_ files: ModelFiles) -> ByteString? {
        files.files(in: "code").first { $0.name.hasSuffix(".py") }?.path
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        guard let first = ["SAGEMAKER_PROGRAM", "SAGEMAKER_SUBMIT_DIRECTORY"].first(where: container.lacks) else {
            return []
        }
        let needs =
            "the container imports what SAGEMAKER_PROGRAM names in SAGEMAKER_SUBMIT_DIRECTORY, and stops without"
        return [
            EnvironmentFault(
                first,
                ContainerFault(
                    .missingProgramVariable, "'\(first)' is not set: \(needs)",
                    help: "set SAGEMAKER_PROGRAM to the script, as inference.py, and SAGEMAKER_SUBMIT_DIRECTORY to "
                        + "\(ModelDirectory.path)/code"))
        ]
    }
}
