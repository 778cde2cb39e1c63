/// SageMaker's PyTorch container, which runs TorchServe on the model directory: the handler that its manifest names serves it, else the
/// user's script loads the model, or it is TorchScript named `model.pt`, or the only file that is named as one of PyTorch.
///
/// Source: `start_torchserve` in `torchserve.py`, `default_model_fn` and `_is_model_file` in `default_pytorch_inference_handler.py` of
/// aws/sagemaker-pytorch-inference-toolkit; `downloadModel` in `ModelArchive.java` of pytorch/serve, and `startWorkerPython` in
/// `WorkerLifeCycle.java`, which starts the toolkit in the directory whose files it lists.
enum PyTorchContainer: ServingContainer {
    /// The first version whose image has TorchServe 0.8.1, which enters a directory that is alone.
    private static let entersDirectories = [2, 0, 1]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let directory = modelDirectory(files, container)
        guard !decideByManifest(directory, files, &decision) else { return decision }
        let script = InferenceScript(container)
        RequirementsPlace.judge(
            files, beside: script.file(in: files), container, says: InferenceScript.noPackages, &decision)
        let models = models(in: directory, files)
        if script.isThere(files) {
            decision.leave(files, to: script.directory)
            decision.faults += script.refusedFunctions(files)
            guard script.loadsModel(files) == false else { return decision }
            if models.count == 1 {
                decision.load(besideScript: models[0], as: .weights)
                judge(models[0], files, &decision)
            } else if let fault = script.withoutModelFunction(", and \(notOne(models))", files) {
                decision.add(fault)
            }
            return decision
        }
        if let file = script.fileAtTop(files, directory) {
            decision.leave(files, to: file)
            decision.add(script.atTop(file))
            return decision
        }
        decideByItself(script, models, files, &decision)
        return decision
    }

    /// What the server takes for the model: the only directory at the top, if nothing else is there, as in what
    /// `torch-model-archiver --archive-format tgz` writes; else the top, whose path is empty.
    private static func modelDirectory(_ files: ModelFiles, _ container: Container) -> ByteString {
        let top = files.inside("")
        guard top.count == 1, let only = top.first, only.isDirectory else { return "" }
        // The tag of an image of one's own says nothing of PyTorch.
        let version = container.image.flatMap { $0.framework == .pytorch ? $0.version(of: "") : nil }
        return version?.lexicographicallyPrecedes(entersDirectories) ?? false ? "" : only.path
    }

    /// The files that may be what the container loads by itself, of which there has to be one.
    private static func models(in directory: ByteString, _ files: ModelFiles) -> [ByteString] {
        let usual = directory.appending("model.pt")
        guard !files.hasFile(usual) else { return [usual] }
        return files.files(in: directory).map(\.path).filter { path in
            // A name has no ending where only dots stand before it.
            ByteString(Array(path.lastComponent.bytes.drop { $0 == UInt8(ascii: ".") })).hasSuffix(anyOf: [
                ".pt", ".pth",
            ])
        }
    }

    /// That there is not one of them, and what the container says.
    private static func notOne(_ models: [ByteString]) -> String {
        let words = "\"Exactly one .pth or .pt file is required for PyTorch models: [\(models.isEmpty ? "" : "...")]\""
        let names = models.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + (models.count > 3 ? ", …" : "")
        return models.isEmpty
            ? "there is no model.pt: the container says \(words)"
            : "of \(models.count) files (\(names)) none is called model.pt: the container says \(words)"
    }

    /// What the container does without a script.
    private static func decideByItself(
        _ script: InferenceScript, _ models: [ByteString], _ files: ModelFiles, _ decision: inout ContainerDecision
    ) {
        if let archive = files.entries.first(where: { !$0.isDirectory && $0.name.hasSuffix(".mar") }) {
            decision.add(
                ContainerFault(
                    .marNotUnpacked, at: archive.path,
                    "'\(archive.path)' is a model archive of TorchServe, which nobody unpacks: the container looks for "
                        + "code/\(script.name) and model.pt",
                    help: "unpack it and deploy what it holds: `unzip \(ShellWord.quoted(archive.name)) -d model`"))
        } else if models.count != 1 {
            decision.add(
                script.missing(
                    files, ending: "and \(notOne(models))",
                    help:
                        "put the script to \(script.path ?? script.name), or save the model as TorchScript named model.pt"
                ))
        } else if let other = script.misplaced(files) {
            decision.load(models[0], as: .weights)
            decision.add(without(script, at: other, models[0], files))
            return
        } else if script.isNamed {
            decision.add(
                script.missing(
                    files, ending: "and the container loads \(models[0]) without it",
                    help: "put the script to \(script.path ?? script.name)", gravity: .warning))
        }
        guard models.count == 1 else { return }
        decision.load(models[0], as: .weights)
        judge(models[0], files, &decision)
    }

    /// The fault that a script that would load the model lies elsewhere, so that the container does it by itself, if it can.
    private static func without(
        _ script: InferenceScript, at other: ByteString, _ model: ByteString, _ files: ModelFiles
    ) -> ContainerFault {
        let isLoaded = !isPickled(model, files)
        let wanted = script.path ?? script.name
        return ContainerFault(
            .missingInferenceScript, at: other,
            "'\(other)' is not where the container looks for code, which is \(wanted), and the container loads \(model) without it"
                + (isLoaded ? "" : ", which torch.save saved: it says \(notTorchScript(model))"),
            help: "put the script to \(wanted), with what it imports", gravity: isLoaded ? .warning : .error)
    }

    /// Whether a file was saved by torch.save for sure.
    private static func isPickled(_ path: ByteString, _ files: ModelFiles) -> Bool {
        if case .pytorch(isTorchScript: false)? = files.facts[path] { true } else { false }
    }

    private static func notTorchScript(_ path: ByteString) -> String {
        "\"Failed to load \(ModelDirectory.path)/\(path). Please ensure model is saved using torchscript.\""
    }

    /// Judges a file that the container loads by itself, which it can if that is TorchScript.
    private static func judge(_ path: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        guard isPickled(path, files) else { return }
        let words = notTorchScript(path)
        decision.add(
            ContainerFault(
                .notTorchScript, at: path,
                "'\(path)' was saved by torch.save, and without a model_fn the container loads TorchScript: it says \(words)",
                help:
                    "save it with `torch.jit.script(model).save('\(path.lastComponent)')`, or add code/inference.py with a model_fn"
            ))
    }
}
