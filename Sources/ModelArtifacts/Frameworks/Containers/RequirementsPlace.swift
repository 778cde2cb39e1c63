/// What containers that run scripts of the user make of lists of packages: they install what `code/requirements.txt` says before they
/// serve, and stop where pip does.
///
/// Source: `REQUIREMENTS_PATH` and `_install_requirements` in `model_server.py` of aws/sagemaker-inference-toolkit, which the
/// PyTorch and Hugging Face toolkits call; `_setup_gunicorn` in `serve.py` of aws/sagemaker-tensorflow-serving-container; `install`
/// in `_modules.py` of aws/sagemaker-containers, for scikit-learn, in the directory of the script.
enum RequirementsPlace {
    static let name: ByteString = "requirements.txt"
    static let path: ByteString = "code/requirements.txt"

    /// Judges the lists of packages of a model.
    ///
    /// - Parameters:
    ///   - script: the file of the user's script; nil if there is none.
    ///   - words: what the container says when pip stops.
    static func judge(
        _ files: ModelFiles, beside script: ByteString?, _ container: Container, says words: String,
        _ decision: inout ContainerDecision
    ) {
        // Models of a multi-model endpoint are unpacked elsewhere than where the list is looked for.
        guard container.hosting != .oneOfMany else { return }
        if let fault = misplaced(files, beside: script) { decision.add(fault) }
        guard let bytes = files.contents[path],
            let fault = RequirementsFile(bytes, in: path.parent).fault(isThere: { path in
                let depth = path.bytes.count { $0 == UInt8(ascii: "/") } + 1
                return depth > ModelFiles.knownDepth ? nil : files.hasFile(path) || files.hasDirectory(path)
            })
        else { return }
        let pip = fault.words.map { "says \"\($0)\"" } ?? "stops there"
        decision.add(
            ContainerFault(
                .brokenRequirements, at: path,
                "'\(path)' has in line \(fault.line) \(fault.what): pip \(pip), and the container stops with \"\(words)\"",
                help: fault.help))
    }

    /// The fault that the list lies at the top, where nobody looks; nil if it does not, or is there for others.
    private static func misplaced(_ files: ModelFiles, beside script: ByteString?) -> ContainerFault? {
        guard let script, script.hasPrefix("code/"), files.hasFile(name), !files.hasFile(path),
            // MLflow writes its own at the top, and installs it itself.
            !files.hasFile("MLmodel")
        else { return nil }
        // A repository of the Hub has one for people.
        let isRepository = files.hasFile(".gitattributes")
        return ContainerFault(
            .ignoredRequirements, at: name,
            "'\(name)' lies at the top, and the container installs only what \(path) says",
            help: "move it to \(path)", gravity: isRepository ? .note : .warning)
    }
}
