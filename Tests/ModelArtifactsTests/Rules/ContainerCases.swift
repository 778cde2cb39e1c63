import TestSupport

@testable import ModelArtifacts

/// What containers decide by their environment and by the contents of files.
extension RuleCase {
    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]
    private static let inCode = "/opt/ml/model/code"
    private static let function = "def model_fn(path): ..."

    private static func below(_ directory: ByteString) -> [ByteString] {
        ["config.json", "model.safetensors", "tokenizer.json"].map { directory + "/" + $0 }
    }

    static let containers: [RuleCase] =
        modules + named + deep + notUsed + refused + tritonVersions + ggufPlaces
        + entryPoints + others

    /// What SAGEMAKER_PROGRAM may say, and where it is looked for.
    private static let modules: [RuleCase] = [
        .good(
            "missing-inference-script", "a module",
            model(.pytorch, ["model.pth", "code/a.py"], ["SAGEMAKER_PROGRAM": "a"])),
        .good(
            "missing-inference-script", "a module in a package",
            model(.pytorch, ["model.pth", "code/app/serve.py"], ["SAGEMAKER_PROGRAM": "app.serve"])),
        .good("missing-inference-script", "a package", model(.pytorch, ["model.pth", "code/inference/__init__.py"])),
        .good("missing-inference-script", "compiled", model(.pytorch, ["model.pth", "code/inference.cpython-312.so"])),
        .good(
            "missing-inference-script", "a module of scikit-learn",
            model(
                .sklearn, ["model.joblib", "code/a.py"],
                ["SAGEMAKER_PROGRAM": "a", "SAGEMAKER_SUBMIT_DIRECTORY": inCode])),
        .good(
            "missing-inference-script", "a module of XGBoost",
            model(
                .xgboost, ["xgboost-model", "code/a.py"],
                ["SAGEMAKER_PROGRAM": "a", "SAGEMAKER_SUBMIT_DIRECTORY": inCode])),
        .bad(
            "missing-inference-script", "a path",
            model(.pytorch, ["weights.bin", "code/src/serve.py"], ["SAGEMAKER_PROGRAM": "src/serve.py"]), .error),
        .bad(
            "missing-inference-script", "no such module",
            model(.pytorch, ["weights.bin", "code/app/serve.py"], ["SAGEMAKER_PROGRAM": "app.server"]), .error),
        .bad(
            "missing-inference-script", "another directory, which PyTorch's never looks at",
            model(
                .pytorch, ["weights.bin", "src/serve.py"],
                ["SAGEMAKER_PROGRAM": "serve.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/src"]), .error),
        .good(
            "missing-inference-script", "the usual one, whatever the other variable says",
            model(
                .pytorch, ["model.pth", "code/serve.py"],
                ["SAGEMAKER_PROGRAM": "serve.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/src"])),
        .good(
            "missing-inference-script", "another directory, where scikit-learn's looks",
            model(
                .sklearn, ["model.joblib", "src/serve.py"],
                ["SAGEMAKER_PROGRAM": "serve.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/src"])),
        .bad(
            "missing-inference-script", "where nobody tried", model(.torchserve, ["model.pth", "inference.py"]),
            .warning),
        .bad(
            "missing-inference-script", "that the container does without",
            model(.pytorch, ["model.pt"], ["SAGEMAKER_PROGRAM": "serve.py"]), .warning),
        .bad(
            "missing-inference-script", "that the container does without, by another name",
            model(.pytorch, ["net.pth"], ["SAGEMAKER_PROGRAM": "serve.py"]), .warning),
        .bad(
            "missing-inference-script", "that a pipeline does without",
            model(
                .huggingFace, ["config.json", "model.safetensors", "tokenizer.json"],
                ["SAGEMAKER_PROGRAM": "handler.py", "HF_TASK": "fill-mask"]), .warning),
        .bad(
            "missing-inference-script", "a function in a comment",
            model(
                .pytorch, ["weights.bin"], contents: ["code/inference.py": "# model_fn is missing\nx = 'model_fn'\n"]),
            .warning),
        .bad(
            "missing-inference-script", "a function in a text of many lines",
            model(.pytorch, ["weights.bin"], contents: ["code/inference.py": "\"\"\"It has\na model_fn\n\"\"\"\n"]),
            .warning),
        .bad(
            "missing-inference-script", "an alike name",
            model(.pytorch, ["weights.bin"], contents: ["code/inference.py": "def my_model_fn(path): ...\n"]), .warning),
        .good(
            "missing-inference-script", "everything of a module",
            model(.pytorch, ["model.pth"], contents: ["code/inference.py": "from handlers import *\n"])),
        .good(
            "missing-inference-script", "an assignment",
            model(.pytorch, ["model.pth"], contents: ["code/inference.py": "s = \"#\"; model_fn = load\n"])),
        .good(
            "missing-inference-script", "in brackets",
            model(.pytorch, ["model.pth"], contents: ["code/inference.py": "from a import (  # it's\n  model_fn,\n)\n"])
        ),
    ]

    /// A wrapped model that the environment knows of.
    private static let named: [RuleCase] = [
        .good(
            "wrapped-in-directory", "named for vLLM",
            Artifact.archive("m/config.json", "m/model.safetensors").served(
                by: .vllm, ["SM_VLLM_MODEL": "/opt/ml/model/m"])),
        .good(
            "wrapped-in-directory", "an adapter that is named",
            Artifact.archive("fr/adapter_config.json", "fr/adapter_model.safetensors").served(
                by: .vllm, ["SM_VLLM_MODEL": "a/b", "SM_VLLM_LORA_MODULES": "fr=/opt/ml/model/fr"])),
        .good(
            "wrapped-in-directory", "an adapter that is named in JSON",
            Artifact.archive("ad/fr/adapter_config.json", "ad/fr/adapter_model.safetensors").served(
                by: .vllm,
                ["SM_VLLM_MODEL": "a/b", "SM_VLLM_LORA_MODULES": #"{"name":"f","path":"/opt/ml/model/ad/fr"}"#])),
        .good(
            "wrapped-in-directory", "named deeper",
            Artifact.archive("m/a/config.json", "m/a/b").served(
                by: .tgi, ["HF_MODEL_ID": "/opt/ml/model/m/a/"])),
        .bad(
            "wrapped-in-directory", "another one named",
            Artifact.archive("m/config.json", "m/model.safetensors", "m/vocab.txt").served(
                by: .sglang, ["SM_SGLANG_MODEL_PATH": "/opt/ml/model/n"]),
            otherErrors: ["missing-model-config"]),
        .good(
            "wrapped-in-directory", "Triton without a configuration", .archive("det/1/model.onnx", "det/1/labels.txt")),
        .bad("wrapped-in-directory", "a number that is none of Triton", .archive("data/1/a.bin", "data/1/b.bin")),
        .bad(
            "wrapped-in-directory", "Triton's for another", Artifact.archive("det/1/model.onnx").served(by: .pytorch),
            otherErrors: ["missing-inference-script"]),
    ]

    /// Models deeper down than all is known.
    private static let deep: [RuleCase] = [
        .good(
            "missing-tokenizer", "deep",
            model(
                .tgi, below("hub/models--o--m/snapshots/abc"),
                ["HF_MODEL_ID": "/opt/ml/model/hub/models--o--m/snapshots/abc"])),
        .good(
            "missing-weights", "deep",
            model(
                .vllm, ["a/b/c/d/config.json", "a/b/c/d/pytorch_model.bin", "a/b/c/d/vocab.txt"],
                ["SM_VLLM_MODEL": "/opt/ml/model/a/b/c/d"])),
        .bad(
            "missing-weights", "deep, and none",
            model(.vllm, ["a/b/c/d/config.json", "a/b/c/d/vocab.txt"], ["SM_VLLM_MODEL": "/opt/ml/model/a/b/c/d"]),
            .error),
        .good(
            "lmi-model-id", "deep",
            model(
                .djlLMI, below("a/b/c/d"), contents: ["serving.properties": "option.model_id=/opt/ml/model/a/b/c/d\n"])),
        .bad(
            "lmi-model-id", "a comment behind it",
            model(.djlLMI, [], contents: ["serving.properties": "option.model_id=a/b # my model\n"])),
        .good(
            "lmi-model-id", "deep, by a variable",
            model(.djlLMI, below("a/b/c/d") + ["serving.properties"], ["OPTION_MODEL_ID": "/opt/ml/model/a/b/c/d"])),
        .bad(
            "lmi-model-id", "deep, and not there",
            model(.djlLMI, below("a/b/c/d") + ["serving.properties"], ["OPTION_MODEL_ID": "/opt/ml/model/a/b/c/e"]),
            .error),
    ]

    private static let notUsed: [RuleCase] = [
        .bad(
            "model-id-not-of-hub", "a prefix in S3", model(.tgi, ["a"], ["HF_MODEL_ID": "s3://mybucket/model/"]), .error
        ),
        .bad(
            "model-id-not-of-hub", "the page of a model",
            model(.huggingFace, ["a"], ["HF_MODEL_ID": "https://huggingface.co/google/gemma-3-1b-it"]), .error),
        .good("model-id-not-of-hub", "a name", model(.tgi, ["a"], ["HF_MODEL_ID": "google/gemma-3-1b-it"])),
        .good("model-id-not-of-hub", "for LMI", model(.djlLMI, ["a"], ["HF_MODEL_ID": "s3://mybucket/model/"])),
        .good(
            "artifact-not-used", "adapters for vLLM",
            model(
                .vllm, ["ad/adapter_config.json"],
                ["SM_VLLM_MODEL": "a/b", "SM_VLLM_LORA_MODULES": #"{"name":"a","path":"/opt/ml/model/ad"}"#])),
        .good(
            "artifact-not-used", "a template",
            model(.vllm, ["chat.jinja"], ["SM_VLLM_MODEL": "a/b", "SM_VLLM_CHAT_TEMPLATE": "/opt/ml/model/chat.jinja"])),
        .good(
            "artifact-not-used", "adapters for SGLang",
            model(
                .sglang, ["ad/adapter_config.json"],
                ["SM_SGLANG_MODEL_PATH": "a/b", "SM_SGLANG_LORA_PATHS": "a=/opt/ml/model/ad"])),
        .good(
            "artifact-not-used", "adapters for TGI",
            model(.tgi, ["ad/adapter_config.json"], ["HF_MODEL_ID": "a/b", "LORA_ADAPTERS": "a=/opt/ml/model/ad"])),
        .bad(
            "artifact-not-used", "a place alike",
            model(.tgi, below("m"), ["HF_MODEL_ID": "a/b", "CACHE": "/opt/ml/models"]), .warning),
        .bad(
            "artifact-not-used", "what the SDK always sets",
            model(.tgi, below("m"), ["HF_MODEL_ID": "a/b", "SAGEMAKER_SUBMIT_DIRECTORY": inCode]), .warning),
        .bad("artifact-not-used", "the Hub is asked for a directory", model(.huggingFace, below("m"), here), .error),
        .good(
            "artifact-not-used", "adapters of LMI",
            model(.djlLMI, below("m") + ["m/adapters/a/adapter_config.json"], ["OPTION_ENABLE_LORA": "true"])),
        .bad(
            "artifact-not-used", "adapters of LMI that are off",
            model(
                .djlLMI, ["config.json", "model.safetensors", "vocab.txt", "adapters/a/adapter_config.json"],
                contents: ["serving.properties": "engine=Python\noption.enable_lora=false\n"]), .warning),
    ]

    private static func handled(
        _ properties: String, _ environment: [String: String]? = nil, _ others: ByteString...
    ) -> Artifact {
        model(
            .djlLMI, ["config.json", "model.safetensors", "tokenizer.json"] + others, environment,
            contents: ["serving.properties": properties])
    }

    /// The files of handlers of LMI.
    private static let entryPoints: [RuleCase] = [
        .bad(
            "missing-inference-script", "a handler of LMI",
            handled("engine=Python\noption.entryPoint=handler.py\n"), .error),
        .bad(
            "missing-inference-script", "a handler of LMI in another directory",
            handled("engine=MPI\noption.entryPoint=handler.py\n", nil, "code/handler.py"), .error),
        .bad(
            "missing-inference-script", "a handler of LMI that a variable names",
            handled("engine=Python\n", ["OPTION_ENTRYPOINT": "/opt/ml/model/code/handler.py"]), .error),
        .good(
            "missing-inference-script", "a handler of LMI that is there",
            handled("engine=Python\noption.entryPoint=handler.py\n", nil, "handler.py")),
        .good(
            "missing-inference-script", "a module of LMI",
            handled("engine=Python\noption.entryPoint=djl_python.huggingface\n")),
        .good(
            "missing-inference-script", "a handler of LMI elsewhere",
            handled("engine=Python\noption.entryPoint=https://example.com/model.py\n")),
        .good(
            "missing-inference-script", "a handler in the image of LMI",
            handled("engine=Python\noption.entryPoint=/opt/djl/handler.py\n")),
        .good(
            "missing-inference-script", "a handler that another engine does without",
            handled("engine=OnnxRuntime\noption.entryPoint=handler.py\n")),
    ]

    private static let refused: [RuleCase] = [
        .bad(
            "refused-setting", "a number for a truth value",
            model(.tensorFlowServing, ["1/saved_model.pb"], ["SAGEMAKER_MULTI_MODEL": "1"]), .error),
        .bad(
            "refused-setting", "an empty one",
            model(.tensorFlowServing, ["1/saved_model.pb"], ["SAGEMAKER_TFS_ENABLE_BATCHING": ""]), .error),
        .bad(
            "refused-setting", "no token left to generate",
            model(
                .tgi, ["config.json", "model.safetensors", "tokenizer.json"],
                ["HF_MODEL_ID": "/opt/ml/model", "MAX_INPUT_LENGTH": "2048", "MAX_TOTAL_TOKENS": "2048"]), .error),
        .good(
            "refused-setting", "tokens left to generate",
            model(
                .tgi, ["config.json", "model.safetensors", "tokenizer.json"],
                ["HF_MODEL_ID": "/opt/ml/model", "MAX_INPUT_LENGTH": "2048", "MAX_TOTAL_TOKENS": "4096"])),
        .good(
            "refused-setting", "a truth value",
            model(
                .tensorFlowServing, ["1/saved_model.pb"],
                ["SAGEMAKER_TFS_ENABLE_BATCHING": "True", "SAGEMAKER_MULTI_MODEL": "false"])),
        .bad(
            "refused-setting", "a pickle that nobody trusts",
            model(.djlLMI, ["model.pkl"], ["OPTION_MODEL_FORMAT": "pickle"]), .error),
        .good(
            "refused-setting", "a pickle that is trusted",
            model(
                .djlLMI, ["model.pkl"],
                ["OPTION_MODEL_FORMAT": "pickle", "OPTION_TRUST_INSECURE_MODEL_FILES": "true"])),
        .bad(
            "refused-setting", "a format that is none",
            model(
                .djlLMI, ["m.onnx"],
                contents: [
                    "serving.properties":
                        "engine=Python\noption.entryPoint=djl_python.xgboost_handler\noption.model_format=onnx\n"
                ]), .error),
        .bad(
            "missing-weights", "two files of a format",
            model(
                .djlLMI, ["a.joblib", "b.joblib"],
                contents: [
                    "serving.properties":
                        "engine=Python\noption.entryPoint=djl_python.sklearn_handler\noption.model_format=joblib\n"
                ]), .error),
        .bad("missing-weights", "no file of the usual format", model(.djlLMI, ["model.pkl"], [:]), .error),
        .good(
            "missing-weights", "a handler of one's own",
            model(.djlLMI, ["model.pkl", "model.py"], [:])),
    ]

    private static let onnx = "backend: \"onnxruntime\"\n"

    private static func triton(_ configuration: String?, _ files: ByteString...) -> Artifact {
        model(.triton, files, contents: configuration.map { ["m/config.pbtxt": $0] } ?? [:])
    }

    private static func ensemble(_ version: String) -> Artifact {
        model(
            .triton, ["e/1/.keep", "m/1/model.onnx", "m/2/model.onnx"],
            ["SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "e"],
            contents: [
                "e/config.pbtxt":
                    "platform: \"ensemble\" ensemble_scheduling { step { model_name: \"m\" model_version: \(version) } }"
            ])
    }

    private static let tritonVersions: [RuleCase] = [
        .bad(
            "triton-no-version", "a policy of what is not there",
            triton(onnx + "version_policy { specific { versions: [ 3 ] } }", "m/1/model.onnx"), .error),
        .good(
            "triton-no-version", "a policy of what is there",
            triton(onnx + "version_policy { specific { versions: [ 1, 3 ] } }", "m/1/model.onnx")),
        .bad(
            "triton-no-model-file", "one of all versions",
            triton(onnx + "version_policy { all {} }", "m/1/x.txt", "m/2/model.onnx"), .error),
        .good("triton-no-model-file", "not the latest", triton(onnx, "m/1/x.txt", "m/2/model.onnx")),
        .bad(
            "triton-no-model-file", "one of the latest",
            triton(
                onnx + "version_policy { latest { num_versions: 2 } }", "m/8/model.onnx", "m/9/x", "m/10/model.onnx"),
            .error),
        .bad("triton-no-version", "a step's version", ensemble("7"), .error),
        .bad("triton-no-version", "a step's version that is not loaded", ensemble("1"), .error),
        .good("triton-no-version", "a step's latest", ensemble("-1")),
        .good("triton-no-version", "a step's version that is loaded", ensemble("2")),
        .bad("triton-no-model-file", "nothing that tells a backend", triton(nil, "m/1/foo.bin"), .error),
        .good("triton-no-model-file", "a backend by the name", model(.triton, ["m.mine/1/foo.bin"])),
        .good("triton-no-model-file", "a file that tells the backend", triton("max_batch_size: 8", "m/1/model.plan")),
        .bad(
            "triton-no-model-file", "a backend that the first version tells",
            triton(nil, "m/1/model.onnx", "m/2/model.plan"), .error),
        .bad(
            "triton-no-version", "a repository",
            model(.triton, ["model_repository/vgg/config.pbtxt", "model_repository/vgg/1/model.onnx"]), .error),
    ]

    private static let ggufPlaces: [RuleCase] = [
        .good(
            "missing-weights", "llama.cpp's directory",
            model(.llamaCpp, ["a/b/m.gguf"], ["SM_LLAMA_CPP_MODEL_DIR": "/opt/ml/model/a/b"])),
        .bad(
            "missing-weights", "llama.cpp's directory, and elsewhere",
            model(.llamaCpp, ["m.gguf"], ["SM_LLAMA_CPP_MODEL_DIR": "/opt/ml/model/a"]), .error),
        .bad("missing-weights", "a name with a dot", model(.llamaCpp, [".m.gguf"]), .error),
        .bad("missing-weights", "a directory with a dot", model(.llamaCpp, [".cache/m.gguf"]), .error),
        .good("missing-weights", "beside a name with a dot", model(.llamaCpp, [".m.gguf", "n.gguf"])),
        .bad(
            "artifact-not-used", "llama.cpp's directory is elsewhere",
            model(.llamaCpp, ["m.gguf"], ["SM_LLAMA_CPP_MODEL_DIR": "/data"]), .warning),
    ]

    static let compressedTar: [UInt8] = {
        var tar = TarBuilder()
        tar.add("weights", contents: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
        return gzip(tar.finished)
    }()

    private static let others: [RuleCase] = [
        .good(
            "missing-tokenizer", "none is wanted",
            model(.vllm, ["config.json", "model.safetensors"], ["SM_VLLM_SKIP_TOKENIZER_INIT": "true"])),
        .good(
            "missing-tokenizer", "none is wanted by SGLang",
            model(.sglang, ["config.json", "model.safetensors"], ["SM_SGLANG_SKIP_TOKENIZER_INIT": "True"])),
        .bad(
            "missing-tokenizer", "one is wanted",
            model(.vllm, ["config.json", "model.safetensors"], ["SM_VLLM_SKIP_TOKENIZER_INIT": "false"])),
        .good(
            "missing-model-config", "it lies elsewhere",
            model(.vllm, ["model.safetensors", "vocab.txt"], ["SM_VLLM_HF_CONFIG_PATH": "a/b"])),
        .bad(
            "missing-model-config", "weights of Mistral without their parameters",
            model(.vllm, ["config.json", "consolidated.safetensors", "tekken.json"]), .warning),
        .bad(
            "missing-tokenizer", "weights of Mistral with another tokenizer",
            model(.vllm, ["params.json", "consolidated.safetensors", "tokenizer.json"]), .warning),
        .bad(
            "missing-weights", "those of TensorFlow for PyTorch",
            model(
                .huggingFace, ["config.json", "vocab.txt", "tf_model.h5"],
                image: "huggingface-pytorch-inference:2.6.0-transformers4.51.3-gpu"), .error),
        .good(
            "missing-weights", "those of TensorFlow", model(.huggingFace, ["config.json", "vocab.txt", "tf_model.h5"])),
        .bad(
            "unknown-task", "config.json before model_index.json",
            model(
                .huggingFace, ["model_index.json", "model.safetensors", "vocab.txt"],
                contents: ["config.json": #"{"architectures": ["BertModel"]}"#]), .error),
        .bad(
            "several-saved-models", "two of one name",
            model(
                .tensorFlowServing, ["x/m/1/saved_model.pb", "y/m/1/saved_model.pb"],
                ["SAGEMAKER_TFS_DEFAULT_MODEL_NAME": "m"]), .error),
        .bad("nested-archive", "under another name", .directory(["model.gz": compressedTar]), .warning),
        .good("nested-archive", "something else that is compressed", .directory(["model.gz": gzip(Array("{}".utf8))])),
        .good("nested-archive", "under another name beside others", .directory(["model.gz": compressedTar], "a.json")),
    ]
}
