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

    /// The fault that pip stops at the list of what they need, which vLLM of today installs before it starts; nil if it does not, as
    /// far as one sees.
    ///
    /// Source: `install_requirements`, and `run` in `supervisor/scripts/standard_supervisor.py`.
    static func brokenRequirements(_ files: ModelFiles, _ container: Container) -> ContainerFault? {
        let name: ByteString = "requirements.txt"
        let isOn = ["true", "1", "yes", "on"].contains(
            container.value("STANDARD_AUTO_INSTALL_REQ")?.lowercased() ?? "true")
        guard isOn, container.value("STANDARD_PIP_ARGS") == nil, container.hosting != .oneOfMany,
            let bytes = files.contents[name],
            let fault = RequirementsFile(bytes, in: "").fault(isThere: { path in
                let depth = path.bytes.count { $0 == UInt8(ascii: "/") } + 1
                return depth > ModelFiles.knownDepth ? nil : files.hasFile(path) || files.hasDirectory(path)
            })
        else { return nil }
        return ContainerFault(
            .brokenRequirements, at: name,
            "'\(name)' has in line \(fault.line) \(fault.what), and images of today install the list before the server starts: they stop "
                + "with \"Dependency installation failed, aborting startup\"",
            help: fault.help, gravity: .warning)
    }

    /// Variables that name a function without which the server does not start; it goes on without those of the others.
    private static let needed = ["CUSTOM_FASTAPI_PING_HANDLER", "CUSTOM_FASTAPI_INVOCATION_HANDLER"]

    /// The faults that a variable names a function in a file of the model, and there is no such file.
    ///
    /// Source: `_try_env_handler` in `common/handler/resolver.py`, `_find_file` in `common/custom_code_ref_resolver/file_loader.py`;
    /// vLLM calls them by `bootstrap` before it serves.
    static func absent(_ files: ModelFiles, _ container: Container) -> [ContainerFault] {
        needed.compactMap { variable in
            guard let value = container.value(variable), let colon = value.firstIndex(of: ":"),
                value[..<colon].hasSuffix(".py")
            else { return nil }
            let file = ByteString(String(value[..<colon]))
            // Others are looked for where a variable says, or else in the model directory.
            let isAbsolute = file.hasPrefix("/")
            guard isAbsolute || container.value("SAGEMAKER_MODEL_PATH") == nil,
                let path = isAbsolute ? file.belowModel : file, !path.hasPrefix("."),
                !path.bytes.span.contains("/."), !path.bytes.span.contains("//"),
                path.bytes.count(where: { $0 == UInt8(ascii: "/") }) < ModelFiles.knownDepth, !files.hasFile(path)
            else { return nil }
            return ContainerFault(
                .refusedSetting,
                "'\(path)' is what \(variable) names, and the model has no such file: images of today stop with \"File '\(file)' not found in "
                    + "search paths\"",
                help: "put it there, or leave \(variable) out", gravity: .warning)
        }
    }

    /// Marks those that are there as loaded.
    ///
    /// - Parameter server: which server it is; vLLM installs what they need.
    /// - Returns: whether there are any.
    static func load(
        _ files: ModelFiles, _ container: Container, of server: Framework, _ decision: inout ContainerDecision
    ) -> Bool {
        let named = functions.compactMap { container.value($0)?.prefix { $0 != ":" } }.map { ByteString(String($0)) }
        let names: [ByteString] =
            [ByteString(container.value(file) ?? "model.py")] + (server == .vllm ? ["requirements.txt"] : []) + named
        let found = names.filter(files.hasFile)
        for name in found { decision.load(name, as: .script) }
        return !found.isEmpty
    }
}
