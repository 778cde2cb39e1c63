/// What counts here of a model configuration of Triton, `config.pbtxt`: a message in the text format of protocol buffers.
///
/// Source: `ModelConfig` in `protobuf/model_config.proto` of triton-inference-server/common; the text format at
/// https://protobuf.dev/reference/protobuf/textformat-spec/.
package struct TritonConfiguration: Sendable {
    /// `name`, which has to be that of the directory.
    package private(set) var name: ByteString?
    /// `platform`, as `onnxruntime_onnx`.
    package private(set) var platform: ByteString?
    /// `backend`, as `python`.
    package private(set) var backend: ByteString?
    /// `default_model_filename`: the file in a version directory.
    package private(set) var filename: ByteString?
    /// The models that an ensemble calls.
    package private(set) var steps: [ByteString] = []
    /// The archives of Python environments that Triton unpacks itself: the parameter `EXECUTION_ENV_PATH`.
    ///
    /// Source: triton-inference-server/python_backend, README.md, "Creating Custom Execution Environments".
    package private(set) var environments: [ByteString] = []
    /// The fields that it has at the top.
    package private(set) var fields: Set<String> = []

    /// Reads a file; nil if that is beyond what is understood here, so that nothing can be concluded.
    package init?(_ bytes: [UInt8]) {
        var found = TritonConfiguration()
        var parameter = Parameter()
        let isWhole = ProtobufText.read(bytes) { path, text in
            if let field = path.first { found.fields.insert(field) }
            if path == ["parameters"] { parameter = Parameter() }
            guard let text else { return }
            found.take(text, path)
            if let environment = parameter.environment(with: text, path) { found.environments.append(environment) }
        }
        guard isWhole else { return nil }
        self = found
    }

    private init() {}

    /// A parameter as far as it was read.
    private struct Parameter {
        var key: ByteString?
        var value: ByteString?

        /// The environment that it names, once its key and its value are known, which come in any order.
        mutating func environment(with text: ByteString, _ path: [String]) -> ByteString? {
            switch path {
            case ["parameters", "key"]: key = text
            case ["parameters", "value", "string_value"]: value = text
            default: return nil
            }
            return key == "EXECUTION_ENV_PATH" ? value : nil
        }
    }

    private mutating func take(_ text: ByteString, _ path: [String]) {
        switch path {
        case ["name"]: name = text
        case ["platform"]: platform = text
        case ["backend"]: backend = text
        case ["default_model_filename"]: filename = text
        case ["ensemble_scheduling", "step", "model_name"]: steps.append(text)
        default: break
        }
    }

    /// Whether it is an ensemble, which has no file of its own.
    package var isEnsemble: Bool { platform == "ensemble" || fields.contains("ensemble_scheduling") }

    /// Whether its file has to be TorchScript.
    ///
    /// Source: `TorchScript` and `LoadModel` in `libtorch.cc` of triton-inference-server/pytorch_backend, which has a runtime of its
    /// own in Python, too.
    package var isTorchScript: Bool {
        platform == "pytorch_libtorch"
            || ((platform ?? "").isEmpty && backend == "pytorch" && !fields.contains("runtime"))
    }

    /// The file or directory that a version has to hold; nil if that is not known of its backend.
    ///
    /// Source: `SetDefaultModelFilename` and the `k…Filename` constants in `constants.h`, `model_config_utils.cc` of
    /// triton-inference-server/core.
    package var wantedFile: ByteString? {
        // These say something else of the files.
        guard !isEnsemble, fields.isDisjoint(with: ["cc_model_filenames", "runtime", "model_repository_agents"]) else {
            return nil
        }
        guard let kind = backend.flatMap({ $0.isEmpty ? nil : $0 }) ?? platform else { return nil }
        let standard: ByteString? =
            switch kind {
            case "tensorrt", "tensorrt_plan": "model.plan"
            case "onnxruntime", "onnxruntime_onnx": "model.onnx"
            case "pytorch", "pytorch_libtorch": "model.pt"
            case "tensorflow_savedmodel": "model.savedmodel"
            case "tensorflow_graphdef": "model.graphdef"
            case "tensorflow":
                platform == "tensorflow_graphdef"
                    ? "model.graphdef" : platform == "tensorflow_savedmodel" ? "model.savedmodel" : nil
            case "openvino": "model.xml"
            case "python": "model.py"
            case "dali": "model.dali"
            case "vllm": "model.json"
            case "torch_aoti": "model.pt2"
            default: nil
            }
        guard let standard else { return nil }
        return filename.flatMap { $0.isEmpty ? nil : $0 } ?? standard
    }
}
