/// What TorchServe makes of a model archive that is unpacked, as `torch-model-archiver --archive-format tgz` packs it.
///
/// Source: `validate` in `ModelArchive.java`, `_load_handler_file` in `ts/model_loader.py`, `initialize` in
/// `ts/torch_handler/base_handler.py` of pytorch/serve.
extension PyTorchContainer {
    private static let path: ByteString = "MAR-INF/MANIFEST.json"

    /// Judges what the manifest says, in the order in which the server asks.
    static func judgeManifest(_ files: ModelFiles, _ decision: inout ContainerDecision) {
        guard let manifest = files.contents[path].flatMap({ ModelArchiveManifest($0) }) else { return }
        if let words = missing(in: manifest) {
            decision.add(
                ContainerFault(
                    .missingModelConfig, at: path, "'\(path)' is not complete: the server says \"\(words)\"",
                    help: "write it anew with torch-model-archiver, which takes --model-name, --version and --handler",
                    gravity: .error))
        }
        judgeHandler(manifest, files, &decision)
        judgeFiles(manifest, files, &decision)
    }

    private static func missing(in manifest: ModelArchiveManifest) -> String? {
        if manifest.lacksModel { return "Missing Model entry in manifest file." }
        if manifest["modelName"] == nil { return "Model name is not defined." }
        if manifest["modelVersion"] == nil { return "Model version is not defined." }
        return manifest.lacksRuntime ? "Runtime is not defined or invalid." : nil
    }

    /// The file of a handler of one's own: `handler.py` for `code/handler.py:handle`; nil if it is one that TorchServe has, or a
    /// module of which nobody knows where it lies.
    private static func handlerFile(_ manifest: ModelArchiveManifest) -> ByteString? {
        guard let handler = manifest["handler"] else { return nil }
        let module = ByteString(Array(handler.bytes.prefix { $0 != UInt8(ascii: ":") })).lastComponent
        return module.hasSuffix(".py") ? module : nil
    }

    private static func judgeHandler(
        _ manifest: ModelArchiveManifest, _ files: ModelFiles, _ decision: inout ContainerDecision
    ) {
        // The container puts `code` into the path of Python: `_set_python_path` in sagemaker_pytorch_serving_container/torchserve.py.
        guard let file = handlerFile(manifest), files.isComplete, !files.hasFile(file), !files.hasFile("code/" + file)
        else {
            return
        }
        let other = files.files(named: file).first?.path
        decision.add(
            ContainerFault(
                .missingInferenceScript, at: path,
                "'\(path)' names the handler '\(file)', which is neither at the top nor in code\(other.map { " but at '\($0)'" } ?? ""): the server "
                    + "says \"ModuleNotFoundError\" when it imports it",
                help:
                    "put it there, or pack the archive anew: `torch-model-archiver --handler \(ShellWord.quoted(file))`",
                gravity: .error))
    }

    private static func judgeFiles(
        _ manifest: ModelArchiveManifest, _ files: ModelFiles, _ decision: inout ContainerDecision
    ) {
        // A handler of one's own may do without.
        let gravity: ContainerFault.Gravity = handlerFile(manifest) == nil ? .error : .warning
        if let weights = manifest["serializedFile"], isMissing(weights, files) {
            decision.add(
                ContainerFault(
                    .missingWeights, at: path,
                    "'\(path)' names the weights '\(weights)' as serializedFile, and they are not there: the handler says \"No such "
                        + "file or directory\"",
                    help: "put them there, or pack the archive anew: `torch-model-archiver --serialized-file FILE`",
                    gravity: gravity))
        }
        if let code = manifest["modelFile"], isMissing(code, files) {
            decision.add(
                ContainerFault(
                    .missingInferenceScript, at: path,
                    "'\(path)' names the class of the model '\(code)' as modelFile, and that is not there: the handler says \"Missing "
                        + "the model.py file\"",
                    help: "put it there, or pack the archive anew: `torch-model-archiver --model-file FILE`",
                    gravity: gravity))
        }
    }

    /// Whether a file that the manifest names is not there for sure. What lies deep is not known.
    private static func isMissing(_ path: ByteString, _ files: ModelFiles) -> Bool {
        let components = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = components.allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
        return isPlain && components.count <= ModelFiles.knownDepth && files.isComplete && !files.hasFile(path)
            && !files.hasDirectory(path)
    }
}
