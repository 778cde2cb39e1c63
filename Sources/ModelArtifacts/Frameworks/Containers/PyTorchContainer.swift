/// SageMaker's PyTorch container, which runs TorchServe: the user's script loads the model, or it is TorchScript named `model.pt`.
///
/// Source: `default_model_fn` in `default_pytorch_inference_handler.py` and `torchserve.py` of
/// aws/sagemaker-pytorch-inference-toolkit; `downloadModel` in `ModelArchive.java` of pytorch/serve.
enum PyTorchContainer: ServingContainer {
    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        let script = InferenceScript(container)
        if script.isThere(files) {
            if let directory = script.directory { decision.load(directory, as: .script) }
            for entry in files.entries where !entry.isDirectory && ModelNames.isWeights(entry.name) {
                decision.load(entry.path, as: .weights)
            }
            guard script.loadsModel(files) == false else { return decision }
            if files.hasFile("model.pt") {
                judge("model.pt", files, &decision)
            } else {
                let words = "\"Exactly one .pth or .pt file is required for PyTorch models: []\""
                let fault = script.withoutModelFunction(", and there is no model.pt: the container says \(words)")
                if let fault { decision.add(fault) }
            }
            return decision
        }
        if files.hasDirectory("MAR-INF") || files.hasFile("MAR-INF/MANIFEST.json") {
            decision.load("", as: .model)
            return decision
        }
        if let archive = files.entries.first(where: { !$0.isDirectory && $0.name.hasSuffix(".mar") }) {
            decision.add(
                ContainerFault(
                    .marNotUnpacked, at: archive.path,
                    "'\(archive.path)' is a model archive of TorchServe, which nobody unpacks: the container looks for "
                        + "code/\(script.name) and model.pt",
                    help: "unpack it and deploy what it holds: `unzip \(ShellWord.quoted(archive.name)) -d model`"))
        } else if script.isNamed || !files.hasFile("model.pt") {
            decision.add(missingScript(script, files))
        }
        if files.hasFile("model.pt"), !script.isNamed {
            decision.load("model.pt", as: .weights)
            judge("model.pt", files, &decision)
        }
        return decision
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
                    "save it with `torch.jit.script(model).save('\(path)')`, or add code/inference.py with a model_fn"))
    }

    private static func missingScript(_ script: InferenceScript, _ files: ModelFiles) -> ContainerFault {
        let wanted = script.path ?? script.name
        let words = "\"Exactly one .pth or .pt file is required for PyTorch models: []\""
        let ending =
            script.isNamed
            ? "the container stops when it imports it" : "and there is no model.pt: the container says \(words)"
        return missing(
            wanted, script, files, ending: ending,
            help: "put the script to \(wanted), or save the model as TorchScript named model.pt")
    }

    /// The fault that a script is not there, with where one is.
    static func missing(
        _ wanted: ByteString, _ script: InferenceScript, _ files: ModelFiles, ending: String, help: String
    ) -> ContainerFault {
        let injected = "; entry_point of the SageMaker SDK puts it there when it deploys"
        if let other = script.elsewhere(files) {
            return ContainerFault(
                .missingInferenceScript, at: other,
                "'\(other)' is not where the container looks for code, which is \(wanted), \(ending)",
                help: help + injected)
        }
        return ContainerFault(
            .missingInferenceScript, "'\(wanted)' is missing, \(ending)", help: help + injected)
    }
}
