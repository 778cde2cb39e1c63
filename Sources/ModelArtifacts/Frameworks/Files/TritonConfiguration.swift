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
    /// A model that an ensemble calls.
    package struct Step: Hashable, Sendable {
        /// `model_name`.
        package var model: ByteString = ""
        /// `model_version`; nil for the latest.
        package var version: ByteString?
    }

    /// Which of the versions of a model are loaded.
    package enum VersionPolicy: Hashable, Sendable {
        /// So many of the highest.
        case latest(Int)
        case all
        case specific([ByteString])
    }

    /// The models that an ensemble calls.
    package private(set) var steps: [Step] = []
    /// `version_policy`; nil if it is beyond what is understood here.
    package private(set) var versionPolicy: VersionPolicy? = .latest(1)
    /// `max_batch_size`; nil if it is not said, or is no number.
    package private(set) var largestBatch: Int?
    /// The greatest `preferred_batch_size` of `dynamic_batching`.
    package private(set) var preferredBatch: Int?
    /// The archives of Python environments that Triton unpacks itself: the parameter `EXECUTION_ENV_PATH`.
    ///
    /// Source: triton-inference-server/python_backend, README.md, "Creating Custom Execution Environments".
    package private(set) var environments: [ByteString] = []
    /// The files that it names besides the model, below the directory of the model: labels of outputs, and data to warm up with.
    ///
    /// Source: `Init` in `model.cc` and `GenerateWarmupData` in `backend_model_instance.cc` of triton-inference-server/core.
    package private(set) var files: [ByteString] = []
    /// The parameter `model_type`, by which the backend for forests knows the form of a model.
    private var modelType: ByteString?
    /// The fields that it has at the top.
    package private(set) var fields: Set<String> = []

    /// What the server says of a field that it does not take; nil if nothing is known to be wrong.
    package private(set) var refusal: String?

    /// Reads a file; nil if that is beyond what is understood here, so that nothing can be concluded.
    package init?(_ bytes: [UInt8]) {
        var found = TritonConfiguration()
        var parameter = Parameter()
        var known = TritonFields()
        guard let fields = ProtobufText.fields(of: bytes) else { return nil }
        for field in fields {
            let path = field.path
            if found.refusal == nil { found.refusal = known.refusal(of: field) }
            if let name = path.first { found.fields.insert(name) }
            if path == ["parameters"] { parameter = Parameter() }
            found.takeWord(field.value, path)
            guard case .text(let text) = field.value else { continue }
            found.take(text, path)
            guard let (key, value) = parameter.pair(with: text, path) else { continue }
            if key == "EXECUTION_ENV_PATH" { found.environments.append(value) }
            if key == "model_type" { found.modelType = value }
        }
        self = found
    }

    private init() {}

    /// A parameter as far as it was read.
    private struct Parameter {
        var key: ByteString?
        var value: ByteString?

        /// Its key and its value once both are known, which come in any order.
        mutating func pair(with text: ByteString, _ path: [String]) -> (key: ByteString, value: ByteString)? {
            switch path {
            case ["parameters", "key"]: key = text
            case ["parameters", "value", "string_value"]: value = text
            default: return nil
            }
            guard let key, let value else { return nil }
            return (key, value)
        }
    }

    private mutating func take(_ text: ByteString, _ path: [String]) {
        switch path {
        case ["name"]: name = text
        case ["platform"]: platform = text
        case ["backend"]: backend = text
        case ["default_model_filename"]: filename = text
        case ["output", "label_filename"]: add(file: text)
        case ["model_warmup", "inputs", "value", "input_data_file"]: add(file: "warmup/" + text)
        case ["ensemble_scheduling", "step", "model_name"] where !steps.isEmpty: steps[steps.count - 1].model = text
        default: break
        }
    }

    private mutating func add(file: ByteString) {
        if !file.hasSuffix("/"), !file.isEmpty, files.count < Self.mostVersions { files.append(file) }
    }

    private mutating func takeWord(_ value: ProtobufText.Value, _ path: [String]) {
        switch (path, value) {
        case (["max_batch_size"], .word(let word)): largestBatch = Int(word)
        case (["dynamic_batching", "preferred_batch_size"], .word(let word)):
            preferredBatch = [preferredBatch, Int(word)].compactMap(\.self).max()
        case (["ensemble_scheduling", "step"], .message): steps.append(Step())
        case (["ensemble_scheduling", "step", "model_version"], .word(let word)) where !steps.isEmpty:
            // -1 is the latest.
            steps[steps.count - 1].version = word == "-1" ? nil : ByteString(word)
        case (["version_policy"], _): versionPolicy = nil
        case (["version_policy", "all"], .message): versionPolicy = .all
        case (["version_policy", "latest", "num_versions"], .word(let word)):
            versionPolicy = Int(word).flatMap { $0 > 0 ? .latest($0) : nil }
        case (["version_policy", "specific", "versions"], .word(let word)):
            if case .specific(let versions)? = versionPolicy {
                if versions.count < Self.mostVersions { versionPolicy = .specific(versions + [ByteString(word)]) }
            } else {
                versionPolicy = .specific([ByteString(word)])
            }
        default: break
        }
    }

    /// More than anybody writes down.
    private static let mostVersions = 1000

    /// Whether it says nothing of the backend, which the server then tells by the files.
    ///
    /// Source: `AutoCompleteBackendFields` in `model_config_utils.cc` of triton-inference-server/core.
    var leavesBackendOpen: Bool {
        !isEnsemble && [platform, backend, filename].allSatisfy { ($0 ?? "").isEmpty }
            && fields.isDisjoint(with: ["cc_model_filenames", "runtime", "model_repository_agents"])
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
            case "fil": Self.forests[modelType ?? "xgboost"]
            case "vllm": "model.json"
            case "torch_aoti": "model.pt2"
            default: nil
            }
        guard let standard else { return nil }
        return filename.flatMap { $0.isEmpty ? nil : $0 } ?? standard
    }

    /// The files that the backend for forests looks for, by the type of the model.
    ///
    /// Source: `model_file` in `src/model.h` and docs/model_config.md of triton-inference-server/fil_backend.
    private static let forests: [ByteString: ByteString] = [
        "xgboost": "xgboost.model", "xgboost_json": "xgboost.json", "xgboost_ubj": "xgboost.ubj",
        "lightgbm": "model.txt", "treelite_checkpoint": "checkpoint.tl",
    ]

    /// Whether a library of its own opens the file, in words of its own.
    package var isForest: Bool { backend == "fil" }

    /// A file by which the backend does where ``wantedFile`` is not there; nil if there is none.
    ///
    /// Source: `LoadModel` in `src/dali_model.h` and README.md, "Autoserialization", of triton-inference-server/dali_backend.
    package var alternativeFile: ByteString? { backend == "dali" ? "dali.py" : nil }
}
