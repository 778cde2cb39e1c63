/// The user's own code, which several containers import before they load a model.
///
/// Source: `module_dir`, `module_name` in aws/sagemaker-inference-toolkit, `environment.py`: `/opt/ml/model/code`, and
/// `SAGEMAKER_PROGRAM` or `inference.py`.
struct InferenceScript {
    /// The directory of the code below the model directory; nil if it is elsewhere.
    let directory: ByteString?
    /// The file that the container imports.
    let name: ByteString
    /// Whether the variable names it.
    let isNamed: Bool

    /// - Parameter directory: where the code lies if no variable tells; nil if not in the model.
    init(_ container: Container, directory: ByteString? = "code") {
        let program = container.value("SAGEMAKER_PROGRAM")
        isNamed = program != nil
        name = ByteString(program ?? "inference.py")
        if let submitted = container.value("SAGEMAKER_SUBMIT_DIRECTORY") {
            self.directory = ByteString(submitted).belowModel
        } else {
            self.directory = directory
        }
    }

    /// The path of the script below the model directory; nil if the code is elsewhere.
    var path: ByteString? { directory.map { $0.appending(name) } }

    /// Whether there is code that does what it likes with the model. Of code elsewhere nobody knows better.
    func isThere(_ files: ModelFiles) -> Bool {
        guard let path else { return true }
        return files.hasFile(path)
    }

    /// Whether the script has a function that loads the model, as far as its text tells; nil if it was not read.
    func loadsModel(_ files: ModelFiles) -> Bool? {
        path.flatMap { files.contents[$0] }.map { ByteString($0).contains("model_fn") }
    }

    /// The fault that it has none.
    func withoutModelFunction(_ ending: String) -> ContainerFault? {
        path.map { path in
            ContainerFault(
                .missingInferenceScript, at: path, "'\(path)' has no model_fn\(ending)",
                help: "define model_fn(model_dir), which loads the model and returns it", gravity: .warning)
        }
    }

    /// Scripts that lie where the container does not look, as words for a message; nil if there are none.
    func elsewhere(_ files: ModelFiles) -> ByteString? {
        let scripts = files.entries.filter { !$0.isDirectory && $0.name.hasSuffix(".py") && $0.path != path }
        return (scripts.first { $0.name == name } ?? scripts.first)?.path
    }
}

extension ByteString {
    /// What an absolute path is called below the model directory: empty for itself, nil if it is not below.
    var belowModel: ByteString? {
        var bytes = bytes[...]
        while bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
        let path = ByteString(Array(bytes))
        return path == ModelDirectory.path ? ByteString() : ModelDirectory.path(below: path)
    }
}
