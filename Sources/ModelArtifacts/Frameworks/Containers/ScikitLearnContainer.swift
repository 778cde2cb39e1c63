/// SageMaker's scikit-learn container, which always needs a script of the user.
///
/// Source: `import_module` in `serving.py` of aws/sagemaker-scikit-learn-container; `sagemaker_containers/_env.py` of
/// aws/sagemaker-containers for the variables: `SAGEMAKER_PROGRAM` has no default, and `SAGEMAKER_SUBMIT_DIRECTORY` is
/// `/opt/ml/code` unless it is set.
enum ScikitLearnContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let missing = ["SAGEMAKER_PROGRAM", "SAGEMAKER_SUBMIT_DIRECTORY"].filter(container.lacks)
        if let first = missing.first {
            let needs =
                "the container imports what SAGEMAKER_PROGRAM names in SAGEMAKER_SUBMIT_DIRECTORY, and stops without"
            decision.add(
                ContainerFault(
                    .missingProgramVariable, "'\(first)' is not set: \(needs)",
                    help: "set SAGEMAKER_PROGRAM to the script, as inference.py, and SAGEMAKER_SUBMIT_DIRECTORY to "
                        + "\(ModelDirectory.path)/code"))
        }
        let script = InferenceScript(container, .obeyed(otherwise: "code"))
        let hasScript =
            script.isNamed
            ? script.isThere(files)
            : files.entries.contains { entry in
                !entry.isDirectory && entry.name.hasSuffix(".py") && (entry.parent.isEmpty || entry.parent == "code")
            }
        // The archives of a multi-model endpoint are unpacked elsewhere than where the script is looked for.
        if let path = script.path, !hasScript, container.hosting != .oneOfMany {
            decision.add(
                script.missing(
                    files, ending: "and the container stops when it imports it",
                    help: "put the script, which has a model_fn, to \(path)"))
        }
        if hasScript, script.loadsModel(files) == false,
            let fault = script.withoutModelFunction(
                ": the container says \"Please provide a model_fn implementation.\"", files)
        {
            decision.add(fault)
        }
        decision.leave(files, to: script.directory, as: .model)
        return decision
    }
}
