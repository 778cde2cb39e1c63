/// One model of a Triton repository: a directory with versions in it.
///
/// Source: `ModelLifeCycle::VersionsToLoad` in `model_lifecycle.cc` of triton-inference-server/core.
struct TritonModel {
    let name: ByteString
    let files: ModelFiles

    /// Its versions: directories whose names are numbers without leading zeros.
    var versions: [ByteString] {
        files.inside(name).filter { $0.isDirectory && Self.isVersion($0.name) }.map(\.path)
    }

    private static func isVersion(_ name: ByteString) -> Bool {
        name.isNumber && (name.count == 1 || name.bytes.first != UInt8(ascii: "0"))
    }

    /// What its config.pbtxt says; nil if there is none, or it was not read or not understood.
    private var configuration: TritonConfiguration? {
        files.contents[name + "/config.pbtxt"].flatMap { TritonConfiguration($0) }
    }

    /// Judges it, and the models that it is made of, each once.
    func judge(_ decision: inout ContainerDecision, _ judged: inout Set<ByteString>) {
        guard judged.insert(name).inserted else { return }
        let path = name + "/config.pbtxt"
        if files.hasFile(path) { decision.load(path, as: .configuration) }
        let configuration = configuration
        if let other = configuration?.name, !other.isEmpty, other != name {
            decision.add(
                ContainerFault(
                    .tritonNameMismatch, at: path,
                    "'\(path)' says the name '\(other)': the server says \"unexpected directory name '\(name)' for model "
                        + "'\(other)', directory name must equal model name\"",
                    help: "say `name: \"\(name)\"`, leave the name out, or rename the directory to '\(other)'"))
        }
        judgeVersions(configuration, &decision)
        for entry in files.inside(name) where !entry.name.isNumber && !entry.name.hasPrefix(".") {
            if !ModelNames.isForPeople(entry.name) { decision.load(entry.path, as: .model) }
        }
        for step in configuration?.steps ?? [] where !step.isEmpty {
            if files.hasDirectory(step) {
                TritonModel(name: step, files: files).judge(&decision, &judged)
            } else {
                decision.add(
                    ContainerFault(
                        .tritonNoVersion, at: path,
                        "'\(step)' is a step of the ensemble '\(name)', and there is no such model: the server says \"ensemble "
                            + "'\(name)' depends on '\(step)' which has no loaded version\"",
                        help: "add the directory '\(step)' beside '\(name)'"))
            }
        }
    }

    private func judgeVersions(_ configuration: TritonConfiguration?, _ decision: inout ContainerDecision) {
        guard !versions.isEmpty else {
            decision.add(noVersion)
            return
        }
        for version in versions { decision.load(version, as: .version) }
        // Which versions are loaded a policy may say; without one it is the latest.
        guard let configuration, !configuration.fields.contains("version_policy"), let file = configuration.wantedFile,
            let latest = versions.max(by: { ($0.count, $0) < ($1.count, $1) })
        else { return }
        let path = latest + "/" + file
        if configuration.isTorchScript, case .pytorch(isTorchScript: false)? = files.facts[path] {
            decision.add(
                ContainerFault(
                    .notTorchScript, at: path,
                    "'\(path)' was saved by torch.save, and the backend loads TorchScript: the server says \"failed to load model "
                        + "'\(name)': PytorchStreamReader failed locating file constants.pkl: file not found\"",
                    help: "save it with `torch.jit.script(model).save('model.pt')`, or serve it with the python backend"
                ))
        }
        guard !files.hasFile(path), !files.hasDirectory(path) else { return }
        let other = files.inside(latest).first { !$0.name.hasPrefix(".") }
        let instead = other.map { ", and '\($0.path)' is there instead" } ?? ""
        decision.add(
            ContainerFault(
                .tritonNoModelFile, at: other?.path ?? latest,
                "'\(path)' is the file that the backend looks for\(instead): the server says \"unable to find "
                    + "'\(ModelDirectory.path)/\(path)' for model instance\"",
                help: other.map {
                    "rename it to '\(file)', or say `default_model_filename: \"\($0.name)\"` in config.pbtxt"
                }
                    ?? "put the model's file there, or say another backend in config.pbtxt"))
    }

    private var noVersion: ContainerFault {
        let words = "\"at least one version must be available under the version policy of model '\(name)'\""
        let near = files.inside(name).first { $0.isDirectory && ($0.name.isNumber || $0.name.hasPrefix("v")) }
        if let near {
            return ContainerFault(
                .tritonNoVersion, at: near.path,
                "'\(near.path)' is no version, whose name is a number without zeros in front: the server says \(words)",
                help: "rename the directory to 1")
        }
        return ContainerFault(
            .tritonNoVersion, at: name,
            "'\(name)' has no version directory, whose name is a number: the server says \(words)",
            help:
                "put the model's file into '\(name)/1/'; an ensemble needs the directory too, and S3 keeps it only if there is a "
                + "file in it: `touch \(ShellWord.quoted(name))/1/.keep`")
    }
}
