/// One model of a Triton repository: a directory with versions in it.
///
/// Source: `VersionsToLoad` in `model_lifecycle.cc`, `CheckNode` in `model_repository_manager.cc` and
/// `AutoCompleteBackendFields` in `model_config_utils.cc` of triton-inference-server/core.
struct TritonModel {
    /// The files and directories by which the server tells a backend that nobody names, in its order.
    private static let standardFiles: [ByteString] = [
        "model.savedmodel", "model.graphdef", "model.plan", "model.onnx", "model.xml", "model.pt", "model.pt2",
        "model.py",
    ]

    let name: ByteString
    let files: ModelFiles

    private var configurationPath: ByteString { name + "/config.pbtxt" }

    /// Its versions in their order: directories whose names are numbers without leading zeros.
    private var versions: [ByteString] {
        files.inside(name).filter { $0.isDirectory && Self.isVersion($0.name) }.map(\.path)
            .sorted { ($0.count, $0) < ($1.count, $1) }
    }

    private static func isVersion(_ name: ByteString) -> Bool {
        name.isNumber && (name.count == 1 || name.bytes.first != UInt8(ascii: "0"))
    }

    /// What its config.pbtxt says; nil if there is none, or it was not read or not understood.
    private var configuration: TritonConfiguration? {
        files.contents[configurationPath].flatMap { TritonConfiguration($0) }
    }

    /// The versions that the server loads, in their order; nil if that is not known. Without a policy it is the latest one.
    private var loadedVersions: [ByteString]? {
        let policy: TritonConfiguration.VersionPolicy? =
            files.hasFile(configurationPath) ? configuration?.versionPolicy : .latest(1)
        switch policy {
        case .latest(let count)?: return Array(versions.suffix(count))
        case .all?: return versions
        case .specific(let wanted)?: return versions.filter { wanted.contains($0.lastComponent) }
        case nil: return nil
        }
    }

    /// More models than any ensemble is made of, and than any repository that a container loads holds.
    private static let mostModels = 256

    /// Judges it, and the models that it is made of, each once.
    func judge(_ decision: inout ContainerDecision, _ judged: inout Set<ByteString>) {
        guard judged.count < Self.mostModels, judged.insert(name).inserted else { return }
        let path = configurationPath
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
        judgeText(configuration, &decision)
        if let configuration { TritonSettings(configuration, of: name, files).judge(&decision) }
        judgeVersions(configuration, &decision)
        judgeEnvironments(configuration, &decision)
        judgeFiles(configuration, &decision)
        for entry in files.inside(name) where !entry.name.isNumber && !entry.name.hasPrefix(".") {
            if !ModelNames.isForPeople(entry.name) { decision.load(entry.path, as: .model) }
        }
        for step in (configuration?.steps ?? []).prefix(Self.mostModels) where !step.model.isEmpty {
            judge(step, &decision, &judged)
        }
    }

    /// Judges a model that this one, an ensemble, calls.
    private func judge(
        _ step: TritonConfiguration.Step, _ decision: inout ContainerDecision, _ judged: inout Set<ByteString>
    ) {
        guard files.hasDirectory(step.model) else {
            decision.add(
                ContainerFault(
                    .tritonNoVersion, at: configurationPath,
                    "'\(step.model)' is a step of the ensemble '\(name)', and there is no such model: the server says \"ensemble "
                        + "'\(name)' depends on '\(step.model)' which has no loaded version\"",
                    help: "add the directory '\(step.model)' beside '\(name)'"))
            return
        }
        let model = TritonModel(name: step.model, files: files)
        model.judge(&decision, &judged)
        // That none is loaded is said already.
        guard let version = step.version, let loaded = model.loadedVersions, !loaded.isEmpty,
            !loaded.contains(where: { $0.lastComponent == version })
        else { return }
        let there = loaded.map { "'\($0.lastComponent)'" }.joined(separator: ", ")
        decision.add(
            ContainerFault(
                .tritonNoVersion, at: configurationPath,
                "'\(step.model)' is called by the ensemble '\(name)' in the version \(version), and \(there) is what is loaded: the "
                    + "server says \"ensemble '\(name)' depends on '\(step.model)' whose required version \(version) is not loaded\"",
                help: "add the version, load it by version_policy, or say `model_version: -1` for the latest"))
    }

    /// Judges whether config.pbtxt can be read.
    ///
    /// Source: `ReadTextProto` in `filesystem/api.cc` of triton-inference-server/core; `fill_template.py` in `tools` of
    /// triton-inference-server/tensorrtllm_backend.
    private func judgeText(_ configuration: TritonConfiguration?, _ decision: inout ContainerDecision) {
        guard let bytes = files.contents[configurationPath] else { return }
        let path = ModelDirectory.path(of: configurationPath)
        let server = "the server says \"failed to read text proto from \(path)\""
        let example =
            "write it as in Triton's documentation: `name: \"\(name)\"`, `backend: \"python\"`, `input [ { … } ]`"
        if let refusal = configuration?.refusal {
            let words = DisplayText.escaped(refusal)
            decision.add(
                ContainerFault(
                    .refusedSetting, at: configurationPath,
                    "'\(configurationPath)' cannot be read, since of a field in it \"\(words)\" is said: \(server)",
                    help: example))
        } else if configuration == nil, let why = ProtobufText.fault(of: bytes) {
            let isTemplate = ByteString(bytes).contains("${")
            decision.add(
                ContainerFault(
                    .refusedSetting, at: configurationPath,
                    "'\(configurationPath)' is no text of protocol buffers: \(why); \(server)",
                    help: isTemplate
                        ? "put values where the template has ${…}, as by `fill_template.py -i config.pbtxt NAME:VALUE` of TensorRT-LLM's "
                            + "backend"
                        : example))
        }
    }

    /// Judges whether the environments of Python that it names are there, as far as one can tell where that is.
    ///
    /// Source: `ExtractIfNotExtracted` in `src/pb_env.cc` of triton-inference-server/python_backend.
    private func judgeEnvironments(_ configuration: TritonConfiguration?, _ decision: inout ContainerDecision) {
        guard let configuration, configuration.backend == "python" else { return }
        for environment in configuration.environments.prefix(Self.mostModels) {
            let places = TritonEnvironments.paths(environment, in: name)
            guard places.count == 1, let path = places.first, !files.hasFile(path), !files.hasDirectory(path),
                path.bytes.count(where: { $0 == UInt8(ascii: "/") }) < ModelFiles.knownDepth
            else { continue }
            decision.add(
                ContainerFault(
                    .tritonNoModelFile, at: configurationPath,
                    "'\(environment)' is the EXECUTION_ENV_PATH of '\(configurationPath)', and it is not there: the server says "
                        + "\"Failed to get the canonical path for \(ModelDirectory.path(of: path)).\"",
                    help: "put the environment there, as `conda-pack -o \(ShellWord.quoted(path))` makes it"))
        }
    }

    /// Judges whether the files that it names besides the model are there.
    private func judgeFiles(_ configuration: TritonConfiguration?, _ decision: inout ContainerDecision) {
        for file in configuration?.files ?? [] {
            let path = name + "/" + file
            let parts = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            let isPlain = parts.allSatisfy {
                !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
            }
            guard isPlain, parts.count <= ModelFiles.knownDepth, !files.hasFile(path) else { continue }
            decision.add(
                ContainerFault(
                    .tritonNoModelFile, at: configurationPath,
                    "'\(path)' is what '\(configurationPath)' names, and it is not there: the server says \"failed to open text file for "
                        + "read \(ModelDirectory.path(of: path)): No such file or directory\"",
                    help: "put the file there, or leave it out of config.pbtxt"))
        }
    }

    private func judgeVersions(_ configuration: TritonConfiguration?, _ decision: inout ContainerDecision) {
        guard !versions.isEmpty else { return decision.add(noVersion) }
        guard let loaded = loadedVersions else {
            for version in versions { decision.load(version, as: .version) }
            return
        }
        guard !loaded.isEmpty else {
            let there = versions.map { "'\($0.lastComponent)'" }.joined(separator: ", ")
            return decision.add(
                ContainerFault(
                    .tritonNoVersion, at: configurationPath,
                    "'\(configurationPath)' wants versions of which none is there, and \(there) is: the server says "
                        + Self.noVersionWords(name),
                    help:
                        "name a version that is there in version_policy, or leave the policy out, by which the latest is loaded"
                ))
        }
        for version in loaded { decision.load(version, as: .version) }
        if !files.hasFile(configurationPath) || configuration?.leavesBackendOpen ?? false {
            judgeByFiles(loaded, &decision)
        } else if let file = configuration?.wantedFile {
            for version in loaded { judge(file, in: version, configuration, &decision) }
        }
    }

    /// Judges the versions where the server tells the backend by the files of the first directory.
    private func judgeByFiles(_ loaded: [ByteString], _ decision: inout ContainerDecision) {
        func standardFile(in directory: ByteString) -> ByteString? {
            Self.standardFiles.first { file in
                let path = directory + "/" + file
                return files.hasFile(path) || files.hasDirectory(path)
            }
        }
        let first = files.inside(name).filter(\.isDirectory).map(\.path).min() ?? name
        if let file = standardFile(in: first) {
            for version in loaded { judge(file, in: version, nil, &decision) }
            return
        }
        // A name with a dot tells it, too. What the first directory lacks, and another has, nobody can say for sure.
        guard !name.bytes.contains(UInt8(ascii: ".")), versions.allSatisfy({ standardFile(in: $0) == nil }) else {
            return
        }
        let version = loaded.last ?? first
        let other = files.inside(version).first { !$0.name.hasPrefix(".") && !ModelNames.isForPeople($0.name) }
        decision.add(
            ContainerFault(
                .tritonNoModelFile, at: other?.path ?? version,
                "'\(other?.path ?? version)' tells no backend, and no config.pbtxt does: the server says \"Could not determine backend "
                    + "for model '\(name)' with no backend in model configuration\"",
                help:
                    "call the file as its backend wants it, as model.onnx or model.pt, or say `backend: …` in '\(configurationPath)'"
            ))
    }

    /// Judges whether a version has the file that its backend looks for.
    private func judge(
        _ file: ByteString, in version: ByteString, _ configuration: TritonConfiguration?,
        _ decision: inout ContainerDecision
    ) {
        let path = version + "/" + file
        if configuration?.isTorchScript ?? (file == "model.pt"),
            case .pytorch(isTorchScript: false)? = files.facts[path]
        {
            decision.add(
                ContainerFault(
                    .notTorchScript, at: path,
                    "'\(path)' was saved by torch.save, and the backend loads TorchScript: the server says \"failed to load model "
                        + "'\(name)': PytorchStreamReader failed locating file constants.pkl: file not found\"",
                    help: "save it with `torch.jit.script(model).save('model.pt')`, or serve it with the python backend"
                ))
        }
        if files.hasFile(path), let fault = withoutWeights(path) { decision.add(fault) }
        guard !files.hasFile(path), !files.hasDirectory(path) else { return }
        if let alternative = configuration?.alternativeFile, files.hasFile(version + "/" + alternative) { return }
        let inside = files.inside(version).filter { !$0.name.hasPrefix(".") && !ModelNames.isForPeople($0.name) }
        // Only what can be the file is worth another name.
        let like = inside.first { isLike($0, file) }
        let other = like ?? inside.first(where: \.isWeights)
        let instead = other.map { ", and '\($0.path)' is there instead" } ?? ""
        let says =
            configuration?.isForest ?? false
            ? "the backend cannot open it"
            : "the server says \"unable to find '\(ModelDirectory.path)/\(path)' for model instance\""
        decision.add(
            ContainerFault(
                .tritonNoModelFile, at: other?.path ?? version,
                "'\(path)' is the file that the backend looks for\(instead): \(says)",
                help: like.map {
                    "rename it to '\(file)', or say `default_model_filename: \"\($0.name)\"` in config.pbtxt"
                } ?? "put the model's file there, or say another backend in config.pbtxt"))
    }

    /// The fault that a model of OpenVINO is there without the file beside it that holds its weights; nil if it is not.
    ///
    /// Source: `load_impl` in `src/frontends/ir/src/frontend.cpp` of openvinotoolkit/openvino for the name; a model that has no
    /// constants needs none.
    private func withoutWeights(_ path: ByteString) -> ContainerFault? {
        guard path.hasSuffix(".xml"), path.bytes.count(where: { $0 == UInt8(ascii: "/") }) < ModelFiles.knownDepth
        else {
            return nil
        }
        let weights = ByteString(Array(path.bytes.dropLast("xml".utf8.count))) + "bin"
        guard !files.hasFile(weights) else { return nil }
        return ContainerFault(
            .tritonNoModelFile, at: path,
            "'\(path)' takes its weights from '\(weights)', which is not there: the backend says \"Empty weights data in bin file or bin "
                + "file cannot be found!\"",
            help: "put it there, as it was saved with the other", gravity: .warning)
    }

    /// Whether something in a version may be what the backend looks for under another name.
    private func isLike(_ entry: ModelFiles.Entry, _ file: ByteString) -> Bool {
        guard !entry.isDirectory else {
            return file.hasSuffix(".savedmodel") && files.hasFile(entry.path + "/saved_model.pb")
        }
        guard let dot = file.bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return entry.name.hasSuffix(ByteString(Array(file.bytes[dot...])))
    }

    private static func noVersionWords(_ name: ByteString) -> String {
        "\"at least one version must be available under the version policy of model '\(name)'\""
    }

    private var noVersion: ContainerFault {
        let words = Self.noVersionWords(name)
        let directories = files.inside(name).filter(\.isDirectory)
        let isRepository = directories.contains { directory in
            files.hasFile(directory.path + "/config.pbtxt")
                || files.inside(directory.path).contains { $0.isDirectory && Self.isVersion($0.name) }
        }
        if isRepository {
            return ContainerFault(
                .tritonNoVersion, at: name,
                "'\(name)' has no version directory, and holds models itself, as a whole repository does: the server says \(words)",
                help: "deploy what is in it: `tar -czf model.tar.gz -C \(ShellWord.quoted(name)) .`")
        }
        let near = directories.first { directory in
            directory.name.isNumber
                || (directory.name.hasPrefix("v") && ByteString(Array(directory.name.bytes.dropFirst())).isNumber)
        }
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
