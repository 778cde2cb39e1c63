/// Code of the user that the servers of language models load from the artifact, whichever model they serve: handlers of requests, and
/// what these need.
///
/// Source: `SageMakerFunctionLoader` in `sagemaker/sagemaker_loader.py`, `FastAPIEnvVars` in `common/fastapi/config.py`, and
/// `install_requirements` in `common/dependency_manager.py` of aws/model-hosting-container-standards.
enum ServerHandlers {
    /// The variable that names the file of the handlers.
    private static let file = "CUSTOM_SCRIPT_FILENAME"
    /// Variables that name a function as FILE:FUNCTION.
    private static let functions = [
        "CUSTOM_FASTAPI_PING_HANDLER", "CUSTOM_FASTAPI_INVOCATION_HANDLER", "CUSTOM_FASTAPI_MIDDLEWARE_THROTTLE",
        "CUSTOM_FASTAPI_MIDDLEWARE_PRE_POST_PROCESS",
    ]

    /// Whether the environment names any.
    static func areNamed(_ container: Container) -> Bool {
        ([file] + functions).contains { container.value($0) != nil }
    }

    /// Marks those that are there as loaded.
    ///
    /// - Returns: whether there are any.
    static func load(_ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision) -> Bool {
        let named = functions.compactMap { container.value($0)?.prefix { $0 != ":" } }.map { ByteString(String($0)) }
        let names = [ByteString(container.value(file) ?? "model.py"), "requirements.txt"] + named
        let found = names.filter(files.hasFile)
        for name in found { decision.load(name, as: .script) }
        return !found.isEmpty
    }
}
