import ModelArtifacts

/// A model directory made by chance of what containers look at, right and wrong.
struct RandomModel {
    var files: [String] = []
    var directories: [String] = []
    var contents: [String: String] = [:]
    var environment: [String: String] = [:]
    /// The image, where something depends on its version.
    var image: String?

    init(_ framework: Framework, _ random: inout SplitMix64) {
        let names = Self.names(framework)
        // Mostly whole models with something changed, else hardly one would be served.
        if let whole = Self.whole(framework).randomElement(using: &random) { files = whole }
        for _ in 0..<Int.random(in: 0...2, using: &random) where files.count > 1 {
            files.remove(at: Int.random(in: 0..<files.count, using: &random))
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            if let name = names.randomElement(using: &random) { files.append(name) }
        }
        if Int.random(in: 0..<8, using: &random) == 0 { files = files.map { "wrapped/" + $0 } }
        if Int.random(in: 0..<8, using: &random) == 0 {
            directories.append(["1", "m/2", "code", "empty", ".git", "m/03"].randomElement(using: &random) ?? "1")
        }
        for (name, values) in Self.variables(framework) where Int.random(in: 0..<4, using: &random) == 0 {
            environment[name] = values.randomElement(using: &random)
        }
        for (name, value) in Self.usual(framework) where Int.random(in: 0..<8, using: &random) > 0 {
            environment[name] = value
        }
        image = Self.images(framework).randomElement(using: &random)
        files = Self.possible(files)
        directories.removeAll { directory in
            files.contains { file in directory == file || directory.hasPrefix(file + "/") || file == directory }
        }
        if files.isEmpty { files = ["README.md"] }
        for file in files { contents[file] = Self.contents(of: file, &random) }
    }

    /// Something that such a file may hold, mostly what it should.
    private static func contents(of path: String, _ random: inout SplitMix64) -> String {
        let name = String(path.split(separator: "/").last ?? "")
        let choices: [String] =
            switch name {
            case "config.json":
                [
                    #"{"architectures": ["BertForMaskedLM"], "model_type": "bert", "max_position_embeddings": 512}"#,
                    #"{"architectures": ["LlamaForCausalLM"], "model_type": "llama", "max_position_embeddings": 4096}"#,
                    #"{"architectures": ["XLMRobertaForMaskedLM"], "max_trained_positions": 512}"#,
                    #"{"architectures": ["DistilBertForMaskedLM"], "model_type": "distilbert", "max_position_embeddings": 512}"#,
                    #"{"architectures": ["BertModel"], "model_type": "bert", "max_position_embeddings": 512}"#,
                    #"{"model_type": "bert"}"#,
                    #"{"architectures": ["Qwen2Model"], "model_type": "qwen2"}"#,
                    #"{"architectures": ["Qwen3Model"], "model_type": "qwen3", "max_position_embeddings": 512}"#,
                    #"{"architectures": ["BertForSequenceClassification"], "model_type": "bert", "max_position_embeddings": 512}"#,
                ]
            case "model.safetensors": [safetensors("{}"), safetensors(#"{"__metadata__":{"format":"pt"}}"#)]
            case "inference.py", "serve.py":
                [
                    "def model_fn(path): ...\n", "from a import model_fn\n", "def predict_fn(a, b): ...\n",
                    "def handler(a, b): ...\n", "",
                ]
            case "serving.properties":
                [
                    "engine=Python\n", "engine=MPI\noption.model_id=a/b\n", "option.model_id=s3://a/b.tar.gz\n",
                    "option.model_id=/opt/ml/model/m\n", "# nothing\n", "engine=Python\noption.entryPoint=handler.py\n",
                    "engine=python\n", "engine=MPI \noption.model_id=a/b\n", "",
                ]
            case "config.pbtxt":
                [
                    "backend: \"onnxruntime\"\n", "name: \"m\"\nbackend: \"python\"\n", "name: \"n\"\n",
                    "platform: \"ensemble\"\nensemble_scheduling {\n  step {\n    model_name: \"n\"\n  }\n}\n",
                    "backend: \"tensorrt\"\ndefault_model_filename: \"model.onnx\"\n", "backend: \"mine\"\n",
                    "backend: \"python\"\nmax_batchsize: \"8\"\n",
                ]
            case "MANIFEST.json":
                [
                    #"{"model": {"modelName": "m", "modelVersion": "1", "serializedFile": "model.pt"}}"#,
                    #"{"model": {"modelName": "m", "handler": "inference.py", "serializedFile": "m.pth"}}"#,
                    #"{"model": {"modelVersion": "1", "handler": "image_classifier", "modelFile": "net.py", "serializedFile": "model.pt"}}"#,
                    #"{"model": {"modelName": "", "handler": "serve.py:handle", "serializedFile": "model.pt"}}"#,
                    #"{"runtime": "lua", "model": {"modelName": "m"}}"#, #"{"model": null}"#, "x",
                ]
            case "xgboost-model", "model.json": ["{\"learner\": {}}", "{}", "binf\0\0\0\0"]
            default: ["x"]
            }
        return choices.randomElement(using: &random) ?? "x"
    }

    /// A file without tensors.
    private static func safetensors(_ header: String) -> String {
        String(UnicodeScalar(UInt8(header.utf8.count))) + "\0\0\0\0\0\0\0" + header
    }

    private static func images(_ framework: Framework) -> [String] {
        switch framework {
        case .huggingFace:
            [
                "huggingface-pytorch-inference:2.1.0-transformers4.37.0-gpu-py310", "my-image:1",
                "huggingface-pytorch-inference:2.6.0-transformers4.51.3-gpu-py312",
                "huggingface-pytorch-inference:1.10.2-transformers4.17.0-cpu-py38",
            ]
        case .pytorch, .torchserve:
            ["pytorch-inference:2.0.0-cpu-py310", "pytorch-inference:2.5.1-gpu-py311", "my-image:1.0"]
        case .xgboost: ["sagemaker-xgboost:1.7-1", "sagemaker-xgboost:3.0-5", "xgboost:3.2-0", "xgboost:latest"]
        default: []
        }
    }

    /// Without those that are a file and a directory.
    private static func possible(_ files: [String]) -> [String] {
        var kept: [String] = []
        for file in files {
            let clashes = kept.contains { $0 == file || $0.hasPrefix(file + "/") || file.hasPrefix($0 + "/") }
            if !clashes { kept.append(file) }
        }
        return kept
    }

    private static let hub = ["config.json", "model.safetensors", "tokenizer.json"]

    private static func whole(_ framework: Framework) -> [[String]] {
        switch framework {
        case .tensorFlowServing:
            [["1/saved_model.pb", "1/variables/variables.index"], ["export/m/7/saved_model.pb", "code/inference.py"]]
        case .pytorch, .torchserve:
            [["model.pt"], ["model.pth", "code/inference.py"], ["MAR-INF/MANIFEST.json", "model.pt"]]
        case .huggingFace: [hub, ["weights.bin", "code/inference.py"], ["model_index.json", "unet/config.json"]]
        case .djlLMI:
            [hub, ["serving.properties", "model.py"], ["m/config.json", "m/model.safetensors", "m/tokenizer.json"]]
        // A slow tokenizer alone serves nothing there.
        case .tei: [hub, ["config.json", "pytorch_model.bin", "tokenizer.json"]]
        case .vllm, .sglang, .tgi: [hub, ["config.json", "pytorch_model.bin", "vocab.txt"]]
        case .llamaCpp: [["model.gguf"], ["a/model.gguf", "README.md"]]
        case .triton: [["m/config.pbtxt", "m/1/model.onnx"], ["m/1/model.plan", "n/config.pbtxt", "n/1/model.py"]]
        case .xgboost: [["xgboost-model"], ["model.json"]]
        case .sklearn: [["model.joblib", "code/inference.py"]]
        case .multiModel: []
        }
    }

    private static func names(_ framework: Framework) -> [String] {
        let common = ["README.md", "code/requirements.txt", ".gitattributes", "code/inference.py", "inference.py"]
        switch framework {
        case .tensorFlowServing:
            return common + [
                "saved_model.pb", "v1/saved_model.pb", "1/saved_model.pb", "2/x", "export/m/8/x", "model.h5",
                "1/code/inference.py", "code/lib/a.py", "n/1/saved_model.pb",
            ]
        case .pytorch, .torchserve:
            return common + [
                "model.pt", "m.pth", "net.pt", ".pt", "a/b.mar", "m.mar", "code/serve.py", "code/sub/inference.py",
            ]
        case .triton:
            return common + [
                "config.pbtxt", "m/1/model.onnx", "m/02/model.onnx", "n/v1/model.onnx", "code/a", "m/config.pbtxt",
            ]
        case .llamaCpp: return common + ["a/b/c.gguf", "model.safetensors", "mmproj.gguf", ".m.gguf", ".a/m.gguf"]
        case .xgboost: return common + ["xgboost-model", "MLmodel", "conda.yaml", "a/xgboost-model", "code/serve.py"]
        case .sklearn: return common + ["model.pkl", "code/serve.py", "sub/inference.py"]
        default:
            return common + hub + [
                "model.fp16.safetensors", "pytorch_model.bin", "params.json", "vocab.txt", "preprocessor_config.json",
                "training_args.bin", "model.py", "handler.py", "serving.properties", "m/config.json",
                "m/model.safetensors",
                "adapter_config.json", "onnx/model.onnx", "weights.tar.gz", "1_Pooling/config.json",
            ] + (framework == .tgi ? ["adapter_model.bin"] : [])
        }
    }

    private static func variables(_ framework: Framework) -> [(String, [String])] {
        let hub = ["a/b", "/opt/ml/model", "/opt/ml/model/m"]
        switch framework {
        case .tensorFlowServing: return [("SAGEMAKER_TFS_DEFAULT_MODEL_NAME", ["m", "model", "x"])]
        case .tei: return [("POOLING", ["mean"])]
        case .pytorch, .torchserve:
            return [
                ("SAGEMAKER_PROGRAM", ["serve.py", "inference.py", "serve", "sub.inference"]),
                ("SAGEMAKER_SUBMIT_DIRECTORY", ["/opt/ml/model/code", "/opt/ml/model/sub", "s3://bucket/a.tar.gz"]),
            ]
        case .huggingFace:
            return [
                ("HF_TASK", ["fill-mask", "image-classification"]), ("HF_MODEL_ID", ["a/b", "/opt/ml/model"]),
                ("SAGEMAKER_PROGRAM", ["serve.py"]),
            ]
        case .djlLMI:
            return [
                ("HF_MODEL_ID", hub + ["https://a/b"]), ("OPTION_MODEL_ID", ["s3://a/b/", "s3://a/b.tar.gz"]),
                ("OPTION_ENGINE", ["Python"]),
                (
                    "SERVING_LOAD_MODELS",
                    ["test::Python=/opt/ml/model", "m=/opt/ml/model/m", "NONE", "ALL", "[a:1]=djl://ai.djl.zoo/mlp"]
                ),
            ]
        case .vllm: return [("SM_VLLM_MODEL", hub), ("HF_MODEL_ID", hub)]
        case .sglang: return [("SM_SGLANG_MODEL_PATH", hub)]
        case .llamaCpp:
            return [
                ("SM_LLAMA_CPP_MODEL_DIR", ["/opt/ml/model/a", "/opt/ml/model", "/data"]),
                ("SM_LLAMA_CPP_MODEL", ["/opt/ml/model/model.gguf", "/opt/ml/model/x.gguf", "a.gguf"]),
            ]
        case .triton:
            return [
                ("SAGEMAKER_TRITON_DEFAULT_MODEL_NAME", ["m", "n", "x"]), ("SAGEMAKER_MULTI_MODEL", ["false", "true"]),
            ]
        case .xgboost:
            return [("SAGEMAKER_PROGRAM", ["serve.py"]), ("SAGEMAKER_SUBMIT_DIRECTORY", ["/opt/ml/model/code"])]
        default: return []
        }
    }

    /// What most requests set.
    private static func usual(_ framework: Framework) -> [(String, String)] {
        switch framework {
        case .tgi, .tei: [("HF_MODEL_ID", "/opt/ml/model")]
        case .sklearn:
            [("SAGEMAKER_PROGRAM", "inference.py"), ("SAGEMAKER_SUBMIT_DIRECTORY", "/opt/ml/model/code")]
        default: []
        }
    }
}
