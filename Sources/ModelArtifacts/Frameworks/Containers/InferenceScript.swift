/// The user's own code, which several containers import before they load a model.
///
/// Source: `code_dir`, `_parse_module_name` in `environment.py` and `find_spec` in `transformer.py` of
/// aws/sagemaker-inference-toolkit: a module in `/opt/ml/model/code`, which `SAGEMAKER_PROGRAM` names with or without `.py`, or
/// `inference`; `_env.py` of aws/sagemaker-containers, which looks in `SAGEMAKER_SUBMIT_DIRECTORY`.
struct InferenceScript {
    /// What a container makes of `SAGEMAKER_SUBMIT_DIRECTORY`.
    enum SubmitDirectory {
        /// It never reads it. Only images of before 2019 did, of which the SDK still sets it to an address of S3.
        case ignored
        /// It looks there, and without it in a directory of the model; nil if that is elsewhere.
        case obeyed(otherwise: ByteString?)
    }

    /// What the toolkit says when it cannot install what the script needs.
    static let noPackages = "failed to install required packages"

    /// The directory of the code below the model directory; nil if it is elsewhere.
    let directory: ByteString?
    /// What the variable says, or the module of the toolkit.
    let program: ByteString
    /// Whether the variable names it.
    let isNamed: Bool

    init(_ container: Container, _ submitDirectory: SubmitDirectory = .ignored) {
        let program = container.value("SAGEMAKER_PROGRAM")
        isNamed = program != nil
        self.program = ByteString(program ?? "inference.py")
        let submitted = container.value("SAGEMAKER_SUBMIT_DIRECTORY")
        directory =
            switch submitDirectory {
            case .ignored: submitted?.hasPrefix("s3://") ?? false ? nil : "code"
            case .obeyed(let otherwise): submitted.map { ByteString($0).belowModel } ?? otherwise
            }
    }

    /// Whether the variable has a path, by which Python imports nothing.
    var isPath: Bool { program.bytes.contains(UInt8(ascii: "/")) }

    /// The path of the module in the directory of the code, without an ending: `app/serve` for `app.serve`.
    private var stem: ByteString {
        let module = program.hasSuffix(".py") ? program.bytes.dropLast(3) : program.bytes[...]
        return ByteString(module.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 })
    }

    /// The file that is looked for in the directory of the code.
    var name: ByteString { isPath ? program : stem + ".py" }

    /// The path of that file below the model directory; nil if the code is elsewhere.
    var path: ByteString? { directory.map { $0.appending(name) } }

    /// The file that is imported; nil if there is none, or the code is elsewhere.
    func file(in files: ModelFiles) -> ByteString? { directory.flatMap { module(in: $0, files) } }

    /// The file of the module at the top of the model, or of the directory in it that is served. The model servers of Java put the
    /// model directory behind that of the code in Python's path, so that it may be found there; nobody tried.
    ///
    /// Source: `getEnvString` in `EnvironmentUtils.java` of pytorch/serve and awslabs/multi-model-server.
    func fileAtTop(_ files: ModelFiles, _ directory: ByteString = "") -> ByteString? { module(in: directory, files) }

    private func module(in directory: ByteString, _ files: ModelFiles) -> ByteString? {
        guard !isPath else { return nil }
        let stem = directory.appending(stem)
        let endings: [ByteString] = ["/__init__.py", ".py", ".pyc"]
        if let path = endings.map({ stem + $0 }).first(where: files.hasFile) { return path }
        return files.files(in: stem.parent).first { $0.path.hasPrefix(stem + ".") && $0.name.hasSuffix(".so") }?.path
    }

    /// Whether there is code that does what it likes with the model. Of code elsewhere nobody knows better.
    func isThere(_ files: ModelFiles) -> Bool { directory == nil || file(in: files) != nil }

    /// Whether the script may have a function that loads the model, as far as its text tells; nil if it was not read.
    func loadsModel(_ files: ModelFiles) -> Bool? { file(in: files).flatMap { Self.loadsModel($0, files) } }

    static func loadsModel(_ file: ByteString, _ files: ModelFiles) -> Bool? {
        guard file.hasSuffix(".py") else { return nil }
        return files.contents[file].map { PythonSource($0).mayDefine("model_fn") }
    }

    /// The fault that it has none.
    func withoutModelFunction(_ ending: String, _ files: ModelFiles) -> ContainerFault? {
        file(in: files).map { path in
            ContainerFault(
                .missingInferenceScript, at: path, "'\(path)' has no model_fn\(ending)",
                help: "define model_fn(model_dir), which loads the model and returns it", gravity: .warning)
        }
    }

    /// The fault that it is not there, with where one is.
    ///
    /// - Parameters:
    ///   - ending: what the container does, behind a comma.
    ///   - help: what to do.
    ///   - isInjected: whether the SageMaker SDK puts the script into the artifact.
    func missing(
        _ files: ModelFiles, ending: String, help: String, isInjected: Bool = true,
        gravity: ContainerFault.Gravity? = nil
    ) -> ContainerFault {
        let wanted = path ?? name
        let place = directory ?? ""
        if isPath {
            let example = ByteString(program.bytes.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: ".") : $0 })
            return ContainerFault(
                .missingInferenceScript, at: files.hasFile(wanted) ? wanted : nil,
                "'\(program)' is what SAGEMAKER_PROGRAM names, and Python imports no module by a path, \(ending)",
                help:
                    "set SAGEMAKER_PROGRAM to the name of a file in '\(place)' itself, or to a module below it, as \(example)",
                gravity: gravity)
        }
        let injected = isInjected ? "; entry_point of the SageMaker SDK puts it there when it deploys" : ""
        if let other = elsewhere(files) {
            return ContainerFault(
                .missingInferenceScript, at: other,
                "'\(other)' is not where the container looks for code, which is \(wanted), \(ending)",
                help: help + injected, gravity: gravity)
        }
        return ContainerFault(
            .missingInferenceScript, "'\(wanted)' is missing, \(ending)", help: help + injected, gravity: gravity)
    }

    /// The fault that its name has other capital letters, so that the container does without it; nil if no file is called so.
    func withOtherCapitals(_ files: ModelFiles) -> ContainerFault? {
        guard let wanted = path?.string?.lowercased(), !isPath else { return nil }
        let other = files.entries.first { !$0.isDirectory && $0.path != path && $0.path.string?.lowercased() == wanted }
        return other.map { entry in
            ContainerFault(
                .missingInferenceScript, at: entry.path,
                "'\(entry.path)' is not \(path ?? name), since capital letters count, and the container does without it",
                help: "rename it to \(path ?? name)", gravity: .warning)
        }
    }

    /// A script that loads the model and lies in a directory of code that is too deep, or whose name has a backslash in place of the
    /// slash, so that the container does without it; nil if there is none.
    func misplaced(_ files: ModelFiles) -> ByteString? {
        guard let path, !isPath else { return nil }
        let (slash, backslash) = (UInt8(ascii: "/"), UInt8(ascii: "\\"))
        let onWindows = ByteString(path.bytes.map { $0 == slash ? backslash : $0 })
        return files.entries.first { entry in
            !entry.isDirectory && (entry.path.hasSuffix("/" + path) || entry.name == onWindows)
                && Self.loadsModel(entry.path, files) ?? false
        }?.path
    }

    /// The fault that it lies at the top, where the server may find it nevertheless.
    func atTop(_ file: ByteString) -> ContainerFault {
        ContainerFault(
            .missingInferenceScript, at: file,
            "'\(file)' is not where the container looks for code, which is \(path ?? name): only that the server has the model "
                + "directory in Python's path, too, may let it be found, without its requirements.txt",
            help: "move it to \(path ?? name), with what it imports and its requirements.txt", gravity: .warning)
    }

    /// A script that lies where the container does not look; nil if there is none.
    func elsewhere(_ files: ModelFiles) -> ByteString? {
        let scripts = files.entries.filter { !$0.isDirectory && $0.name.hasSuffix(".py") && $0.path != path }
        return (scripts.first { $0.name == name.lastComponent } ?? scripts.first)?.path
    }
}
