/// SageMaker's PyTorch container, which runs TorchServe on the model directory: the handler that its manifest names serves it, else the
/// user's script loads the model, or it is TorchScript named `model.pt`.
///
/// Source: `start_torchserve` in `torchserve.py` and `default_model_fn` in `default_pytorch_inference_handler.py` of
/// aws/sagemaker-pytorch-inference-toolkit; `downloadModel` in `ModelArchive.java` of pytorch/serve.
enum PyTorchContainer: ServingContainer {
    private static let noModel = "\"Exactly one .pth or .pt file is required for PyTorch models: []\""
    /// The first version whose image has TorchServe 0.8.1, which enters a directory that is alone.
    private static let entersDirectories = [2, 0, 1]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let directory = modelDirectory(files, container)
        guard !decideByManifest(directory, files, &decision) else { return decision }
        let script = InferenceScript(container)
        RequirementsPlace.judge(
            files, beside: script.file(in: files), container, says: InferenceScript.noPackages, &decision)
        let model = directory.appending("model.pt")
        if script.isThere(files) {
            decision.leave(files, to: script.directory)
            decision.faults += script.refusedFunctions(files)
            guard script.loadsModel(files) == false else { return decision }
            if files.hasFile(model) {
                judge(model, files, &decision)
            } else if let fault = script.withoutModelFunction(
                ", and there is no model.pt: the container says \(noModel)", files)
            {
                decision.add(fault)
            }
            return decision
        }
        if let file = script.fileAtTop(files, directory) {
            decision.leave(files, to: file)
            decision.add(script.atTop(file))
            return decision
        }
        decideByItself(script, model, files, &decision)
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

    /// What the container does without a script.
    private static func decideByItself(
        _ script: InferenceScript, _ model: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision
    ) {
        let hasModel = files.hasFile(model)
        if let archive = files.entries.first(where: { !$0.isDirectory && $0.name.hasSuffix(".mar") }) {
            decision.add(
                ContainerFault(
                    .marNotUnpacked, at: archive.path,
                    "'\(archive.path)' is a model archive of TorchServe, which nobody unpacks: the container looks for "
                        + "code/\(script.name) and model.pt",
                    help: "unpack it and deploy what it holds: `unzip \(ShellWord.quoted(archive.name)) -d model`"))
        } else if !hasModel {
            decision.add(
                script.missing(
                    files, ending: "and there is no model.pt: the container says \(noModel)",
                    help:
                        "put the script to \(script.path ?? script.name), or save the model as TorchScript named model.pt"
                ))
        } else if script.isNamed {
            decision.add(
                script.missing(
                    files, ending: "and the container loads model.pt without it",
                    help: "put the script to \(script.path ?? script.name)", gravity: .warning))
        }
        guard hasModel else { return }
        decision.load(model, as: .weights)
        judge(model, files, &decision)
    }

    /// Judges a file that the container loads by itself, which it can if that is TorchScript.
    private static func judge(_ path: ByteString, _ files: ModelFiles, _ decision: inout ContainerDecision) {
        guard case .pytorch(isTorchScript: false)? = files.facts[path] else { return }
        let words = "\"Failed to load \(ModelDirectory.path)/\(path). Please ensure model is saved using torchscript.\""
        decision.add(
            ContainerFault(
                .notTorchScript, at: path,
                "'\(path)' was saved by torch.save, and without a model_fn the container loads TorchScript: it says \(words)",
                help:
                    "save it with `torch.jit.script(model).save('\(path.lastComponent)')`, or add code/inference.py with a model_fn"
            ))
    }
}
