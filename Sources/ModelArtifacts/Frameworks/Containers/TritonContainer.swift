/// SageMaker's Triton container, which serves one directory of a model repository and what its ensemble names.
///
/// Source: `docker/sagemaker/serve` of triton-inference-server/server; `model_config_utils.cc` and `model_lifecycle.cc` of
/// triton-inference-server/core.
enum TritonContainer: ServingContainer {
    private static let variable = "SAGEMAKER_TRITON_DEFAULT_MODEL_NAME"

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        if container.hosting == .oneOfMany { return decideOneOfMany(files) }
        for setting in judge(environmentOf: container, hasModelData: true) { decision.add(setting.fault) }
        // Each archive of a multi-model endpoint is a repository of its own, and may be a model's directory.
        guard container.value("SAGEMAKER_MULTI_MODEL") != "true" else { return decision }
        guard !files.hasFile("config.pbtxt") else {
            decision.add(
                ContainerFault(
                    .tritonModelAtTop, at: "config.pbtxt",
                    "'config.pbtxt' lies at the top: the container stops with \"ERROR: Incorrect directory structure. Model "
                        + "directory needs to contain the top level folder\"",
                    help: "put the model into a directory of its name: NAME/config.pbtxt and NAME/1/"))
            return decision
        }
        guard let name = model(files, container, &decision) else { return decision }
        var judged: Set<ByteString> = []
        TritonModel(name: name, files: files).judge(&decision, &judged)
        return decision
    }

    /// Judges how requests are to be handed to the model.
    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        let (variable, kinds) = ("SAGEMAKER_TRITON_INFERENCE_TYPE", ["infer", "generate", "generate_stream"])
        guard let kind = container.value(variable), !kinds.contains(kind) else { return [] }
        return [
            EnvironmentFault(
                variable,
                ContainerFault(
                    .refusedSetting,
                    "'\(variable)' is none of \(kinds.joined(separator: ", ")): the container stops with \"ERROR: Invalid \(variable)\"",
                    help: "set it to one of them, or leave it out"))
        ]
    }

    /// An archive of a multi-model endpoint: a model's own directory, or one or more of them, of which an ensemble is loaded.
    ///
    /// Source: `SageMakerMMELoadModel` in `src/sagemaker_server.cc` of triton-inference-server/server.
    private static func decideOneOfMany(_ files: ModelFiles) -> ContainerDecision {
        var decision = ContainerDecision()
        let directories = files.inside("").filter(\.isDirectory).map(\.path)
        guard !files.hasFile("config.pbtxt"), directories.count == 1 else {
            decision.load("", as: .model)
            return decision
        }
        var judged: Set<ByteString> = []
        TritonModel(name: directories[0], files: files).judge(&decision, &judged)
        // The server gives it a name of its own, whatever its directory and its configuration say.
        decision.faults.removeAll { $0.kind == .tritonNameMismatch }
        return decision
    }

    /// The directory of the model that is loaded; nil if none is, which the decision then says.
    private static func model(
        _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) -> ByteString? {
        let directories = files.inside("").filter(\.isDirectory).map(\.path)
        if let named = container.value(variable) {
            let name = ByteString(named)
            if files.hasDirectory(name) { return name }
            if let wrapped = directories.first(where: { files.hasDirectory($0.appending(name)) }) {
                decision.add(
                    ContainerFault(
                        .tritonAmbiguousModel, at: wrapped.appending(name),
                        "'\(wrapped)/\(name)' is not at the top, where the container looks: it stops with \"ERROR: Directory with "
                            + "provided \(variable) \(name) does not exist\"",
                        help:
                            "deploy what is in '\(wrapped)': `tar -czf model.tar.gz -C \(ShellWord.quoted(wrapped)) .`")
                )
                return nil
            }
            decision.add(
                ContainerFault(
                    .tritonAmbiguousModel,
                    "'\(name)' is no directory at the top: the container stops with \"ERROR: Directory with provided \(variable) "
                        + "\(name) does not exist\"",
                    help: helpNaming(directories.prefix(mostTried).filter { isServed($0, files) })))
            return nil
        }
        guard let first = directories.first else {
            let file = files.files(in: "").first?.path
            decision.add(
                ContainerFault(
                    .tritonAmbiguousModel, at: file,
                    "'\(ModelDirectory.path)' has no directory: the container stops with \"ERROR: No model found in model "
                        + "repository\"",
                    help: "put the model into a directory of its name: NAME/config.pbtxt and NAME/1/"))
            return nil
        }
        guard directories.count == 1 else {
            let others = directories.filter { !isModel($0, files) }
            let move = others.isEmpty ? "" : ", and move \(list(others)) elsewhere"
            let help = likeliest(directories, files).map { container.settingHelp(variable, to: $0) + move }
            decision.add(
                ContainerFault(
                    .tritonAmbiguousModel,
                    "'\(ModelDirectory.path)' has \(directories.count) directories, \(list(directories)): the container stops with "
                        + "\"ERROR: More than 1 model directory found in model repository.\"",
                    help: help ?? helpNaming([])))
            return nil
        }
        return first
    }

    /// Whether a directory looks like a model: it has a configuration, or a version.
    private static func isModel(_ directory: ByteString, _ files: ModelFiles) -> Bool {
        files.hasFile(directory + "/config.pbtxt")
            || files.inside(directory).contains { $0.isDirectory && $0.name.isNumber }
    }

    /// More directories than any repository has models.
    private static let mostTried = 256

    /// Whether the server would load a directory, as far as one can see.
    private static func isServed(_ directory: ByteString, _ files: ModelFiles) -> Bool {
        guard isModel(directory, files), !directory.hasPrefix(".") else { return false }
        var decision = ContainerDecision()
        var judged: Set<ByteString> = []
        TritonModel(name: directory, files: files).judge(&decision, &judged)
        return decision.faults.isEmpty
    }

    /// The directory that is probably meant to be served, if it would be: an ensemble, which calls the others, or else a model.
    private static func likeliest(_ directories: [ByteString], _ files: ModelFiles) -> ByteString? {
        let tried = directories.prefix(mostTried)
        let ensembles = tried.filter { directory in
            let configuration = files.contents[directory + "/config.pbtxt"].flatMap { TritonConfiguration($0) }
            return configuration.map { !$0.steps.isEmpty } ?? false
        }
        return (ensembles.isEmpty ? Array(tried) : ensembles).first { isServed($0, files) }
    }

    /// Words to name a model, of those that would be served.
    private static func helpNaming(_ models: [ByteString]) -> String {
        models.isEmpty
            ? "name the model to serve in \(variable): a directory at the top with NAME/config.pbtxt and NAME/1/"
            : "set \(variable) to one of: \(list(models))"
    }

    /// Some names for a sentence.
    private static func list(_ names: [ByteString]) -> String {
        let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        return names.count > 5 ? shown + ", …" : shown
    }
}
