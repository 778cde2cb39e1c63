/// What TorchServe makes of a model archive that is unpacked, as `torch-model-archiver --archive-format tgz` packs it.
///
/// The name of the model and a version that is missing do not matter: SageMaker starts the server with `--models model=/opt/ml/model`,
/// and the server calls such a version 1.0.
///
/// Source: `createModelArchive` in `ModelManager.java`, `validate` in `ModelArchive.java`, `_load_handler_file` in
/// `ts/model_loader.py`, `initialize` in `ts/torch_handler/base_handler.py` of pytorch/serve.
extension PyTorchContainer {
    /// Decides by the manifest of a model archive.
    ///
    /// - Parameter directory: the directory that is served.
    /// - Returns: whether that is all there is to decide: not if there is none, or if it names no handler, so that the one of
    ///   SageMaker's toolkit serves the model as if there were none.
    static func decideByManifest(
        _ directory: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision
    ) -> Bool {
        let path = directory.appending(ModelArchiveManifest.path)
        guard files.hasFile(path) else { return false }
        guard let manifest = files.contents[path].flatMap({ ModelArchiveManifest($0) }) else {
            // If it cannot be read, another rule says so.
            decision.load(directory, as: .model)
            return true
        }
        if let words = manifest.refusal {
            decision.add(
                ContainerFault(
                    .missingModelConfig, at: path, "'\(path)' \(words)",
                    help: "write it anew with torch-model-archiver, which takes --model-name, --version and --handler",
                    gravity: .error))
        }
        guard let handler = manifest["handler"], !handler.hasPrefix("sagemaker_") else { return false }
        decision.load(directory, as: .model)
        let archive = Archive(path: path, directory: directory, manifest: manifest)
        judgeHandler(archive, files, &decision)
        judgeFiles(archive, files, &decision)
        return true
    }

    private struct Archive {
        /// That of the manifest.
        let path: ByteString
        let directory: ByteString
        let manifest: ModelArchiveManifest

        /// The file of a handler of one's own.
        func handlerFile(_ files: ModelFiles) -> ByteString? {
            manifest.handlerFile { files.hasFile(directory.appending($0)) }
        }
    }

    private static func judgeHandler(_ archive: Archive, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        guard let file = archive.handlerFile(files), files.isComplete else { return }
        // The container puts `code` into the path of Python: `_set_python_path` in sagemaker_pytorch_serving_container/torchserve.py.
        let places = archive.manifest.handlerPlaces(file).map { archive.directory.appending($0) } + ["code/" + file]
        guard !places.contains(where: files.hasFile) else { return }
        let other = files.files(named: file).first?.path
        decision.add(
            ContainerFault(
                .missingInferenceScript, at: archive.path,
                "'\(archive.path)' names the handler '\(file)', which is neither \(archive.directory.isEmpty ? "at the top" : "in '\(archive.directory)'") nor in code\(other.map { " but at '\($0)'" } ?? ""): the server "
                    + "says \"ModuleNotFoundError\" when it imports it",
                help:
                    "put it there, or pack the archive anew: `torch-model-archiver --handler \(ShellWord.quoted(file))`",
                gravity: .error))
    }

    private static func judgeFiles(_ archive: Archive, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        // A handler of one's own may do without.
        let gravity: ContainerFault.Gravity = archive.handlerFile(files) == nil ? .error : .warning
        if let weights = archive.manifest["serializedFile"], isMissing(weights, archive, files) {
            decision.add(
                ContainerFault(
                    .missingWeights, at: archive.path,
                    "'\(archive.path)' names the weights '\(weights)' as serializedFile, and they are not there: the handler says \"No such "
                        + "file or directory\"",
                    help: "put them there, or pack the archive anew: `torch-model-archiver --serialized-file FILE`",
                    gravity: gravity))
        }
        if let code = archive.manifest["modelFile"], isMissing(code, archive, files) {
            decision.add(
                ContainerFault(
                    .missingInferenceScript, at: archive.path,
                    "'\(archive.path)' names the class of the model '\(code)' as modelFile, and that is not there: the handler says \"Missing "
                        + "the model.py file\"",
                    help: "put it there, or pack the archive anew: `torch-model-archiver --model-file FILE`",
                    gravity: gravity))
        }
    }

    /// Whether a file that the manifest names is not there for sure. What lies deep is not known.
    private static func isMissing(_ name: ByteString, _ archive: Archive, _ files: ModelFiles) -> Bool {
        let path = archive.directory.appending(name)
        let components = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = components.allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
        return isPlain && components.count <= ModelFiles.knownDepth && files.isComplete && !files.hasFile(path)
            && !files.hasDirectory(path)
    }
}
