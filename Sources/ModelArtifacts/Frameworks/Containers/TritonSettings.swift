/// What a `config.pbtxt` says that can be read, and that the server does not take.
///
/// Source: `ValidateModelConfig` and `AutoCompleteBackendFields` in `model_config_utils.cc`, `GetBackendRuntimeLibraryName` in
/// `backend_model.cc` of triton-inference-server/core.
struct TritonSettings {
    /// All platforms; that of a model tells its backend.
    private static let platforms = [
        "tensorflow_graphdef", "tensorflow_savedmodel", "tensorrt_plan", "onnxruntime_onnx", "pytorch_libtorch",
        "libtorch", "torch_aoti", "ensemble",
    ]
    /// What is no backend, and which is meant by it.
    private static let meant: [ByteString: String] = [
        "onnx": "onnxruntime", "onnxruntime_onnx": "onnxruntime", "ort": "onnxruntime", "torch": "pytorch",
        "libtorch": "pytorch", "pytorch_libtorch": "pytorch", "torchscript": "pytorch", "tensorrt_plan": "tensorrt",
        "trt": "tensorrt", "tensorflow_savedmodel": "tensorflow", "tensorflow_graphdef": "tensorflow",
        "tf": "tensorflow",
        "xgboost": "fil", "lightgbm": "fil", "sklearn": "fil", "Python": "python", "ONNXRuntime": "onnxruntime",
        "OnnxRuntime": "onnxruntime", "PyTorch": "pytorch", "TensorRT": "tensorrt", "TensorFlow": "tensorflow",
    ]

    private let configuration: TritonConfiguration
    private let name: ByteString
    private let files: ModelFiles
    private var path: ByteString { name + "/config.pbtxt" }

    init(_ configuration: TritonConfiguration, of name: ByteString, _ files: ModelFiles) {
        (self.configuration, self.name, self.files) = (configuration, name, files)
    }

    func judge(_ decision: inout ContainerDecision) {
        // Of what cannot be read another fault speaks.
        guard configuration.refusal == nil else { return }
        judgePlatform(&decision)
        judgeBackend(&decision)
        judgeBatches(&decision)
    }

    private func judgePlatform(_ decision: inout ContainerDecision) {
        guard let platform = configuration.platform, !platform.isEmpty, (configuration.backend ?? "").isEmpty,
            // A file that is named so tells the backend, whatever the platform is.
            (configuration.filename ?? "").isEmpty, !configuration.isEnsemble,
            !Self.platforms.contains(where: { platform == ByteString($0) })
        else { return }
        let shown = "\(platform)"
        decision.add(
            ContainerFault(
                .refusedSetting, at: path,
                "'\(shown)' is the platform in '\(path)', and there is none of that name: the server says \"unexpected platform type "
                    + "'\(shown)' for \(name)\"",
                help: "name the backend in its place: `backend: \"\(Self.meant[platform] ?? shown)\"`"))
    }

    private func judgeBackend(_ decision: inout ContainerDecision) {
        guard let backend = configuration.backend, let meant = Self.meant[backend],
            configuration.fields.isDisjoint(with: ["runtime", "model_repository_agents"]),
            // A backend of one's own lies with the model.
            !files.entries.contains(where: { $0.name == "libtriton_" + backend + ".so" })
        else { return }
        let shown = "\(backend)"
        decision.add(
            ContainerFault(
                .refusedSetting, at: path,
                "'\(shown)' is the backend in '\(path)', and Triton has none of that name: the server says \"unable to find backend "
                    + "library for backend '\(shown)'\"",
                help: "say `backend: \"\(meant)\"`"))
    }

    private func judgeBatches(_ decision: inout ContainerDecision) {
        guard let largest = configuration.largestBatch, let preferred = configuration.preferredBatch,
            largest >= 0, preferred > largest
        else { return }
        decision.add(
            ContainerFault(
                .refusedSetting, at: path,
                "'\(path)' prefers batches of \(preferred), and max_batch_size is \(largest): the server says \"dynamic batching preferred "
                    + "size must be <= max batch size for \(name)\"",
                help: "raise max_batch_size, or take the size out of preferred_batch_size"))
    }
}
