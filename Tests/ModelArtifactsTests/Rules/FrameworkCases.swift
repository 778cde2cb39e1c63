import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    private static let hub: [ByteString] = ["config.json", "model.safetensors", "tokenizer.json"]
    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]

    private static func hubBut(_ name: ByteString, _ others: ByteString...) -> [ByteString] {
        hub.filter { $0 != name } + others
    }

    static let frameworks: [RuleCase] =
        configurations + tokenizers + weights + scripts + tensorFlow + triton + lmi + others
        + contents + bytes + shards

    private static let configurations: [RuleCase] = [
        .bad("missing-model-config", "none", model(.huggingFace, hubBut("config.json"))),
        .bad("missing-model-config", "wrapped", model(.tgi, ["llama/config.json", "llama/model.safetensors"], here)),
        .bad("missing-model-config", "vLLM", model(.vllm, hubBut("config.json"))),
        .bad("missing-model-config", "TEI", model(.tei, hubBut("config.json"), here)),
        .bad("missing-model-config", "nothing tells an engine", model(.djlLMI, ["weights.bin", "README.md"])),
        .bad(
            "missing-model-config", "a task alone", model(.huggingFace, hubBut("config.json"), ["HF_TASK": "fill-mask"])
        ),
        .good("missing-model-config", "a whole model", model(.huggingFace, hub)),
        .good("missing-model-config", "a script", model(.huggingFace, ["weights.bin", "code/inference.py"])),
        .good(
            "missing-model-config", "a pipeline of diffusers",
            model(.huggingFace, ["model_index.json", "unet/config.json"])),
        .good(
            "missing-model-config", "Mistral's own",
            model(.vllm, ["params.json", "consolidated.safetensors", "tekken.json"])),
        .good(
            "missing-model-config", "LMI, wrapped",
            model(.djlLMI, ["m/config.json", "m/model.safetensors", "m/vocab.txt"])),
        .good("missing-model-config", "LMI with properties", model(.djlLMI, ["serving.properties"])),
        .good("missing-model-config", "another container", model(.pytorch, ["model.pt"])),
    ]

    private static let tokenizers: [RuleCase] = [
        .bad("missing-tokenizer", "none", model(.huggingFace, hubBut("tokenizer.json"))),
        .bad("missing-tokenizer", "a slow one for TEI", model(.tei, hubBut("tokenizer.json", "vocab.txt"), here)),
        .bad("missing-tokenizer", "vLLM", model(.vllm, hubBut("tokenizer.json"))),
        .good("missing-tokenizer", "a vocabulary", model(.huggingFace, hubBut("tokenizer.json", "vocab.txt"))),
        .good("missing-tokenizer", "one of DeBERTa", model(.huggingFace, hubBut("tokenizer.json", "spm.model"))),
        .bad("missing-tokenizer", "a part of one", model(.huggingFace, hubBut("tokenizer.json", "normalizer.json"))),
        .good("missing-tokenizer", "images", model(.huggingFace, hubBut("tokenizer.json", "preprocessor_config.json"))),
        .good(
            "missing-tokenizer", "a task without",
            model(.huggingFace, hubBut("tokenizer.json"), ["HF_TASK": "image-classification"])),
        .good("missing-tokenizer", "elsewhere", model(.vllm, hubBut("tokenizer.json"), ["SM_VLLM_TOKENIZER": "a/b"])),
    ]

    private static let weights: [RuleCase] = [
        .bad("missing-weights", "none", model(.huggingFace, hubBut("model.safetensors"))),
        .bad(
            "missing-weights", "a variant", model(.huggingFace, hubBut("model.safetensors", "model.fp16.safetensors"))),
        .bad("missing-weights", "below", model(.vllm, hubBut("model.safetensors", "weights/model.safetensors"))),
        .bad("missing-weights", "no GGUF", model(.llamaCpp, hub)),
        .bad("missing-weights", "a GGUF too deep", model(.llamaCpp, ["a/b/model.gguf"])),
        .bad("missing-weights", "TEI", model(.tei, hubBut("model.safetensors", "weights.bin"), here)),
        .bad("missing-weights", "to be converted", model(.tgi, hubBut("model.safetensors", "pytorch_model.bin"), here)),
        .bad("missing-weights", "arguments alone", model(.tgi, hubBut("model.safetensors", "args.safetensors"), here)),
        .bad("missing-weights", "the projector is first", model(.llamaCpp, ["mmproj-f16.gguf", "qwen-q4.gguf"])),
        .good("missing-weights", "the model is first", model(.llamaCpp, ["mmproj-f16.gguf", "llava-q4.gguf"])),
        .good("missing-weights", "the model is at the top", model(.llamaCpp, ["a/mmproj-f16.gguf", "qwen-q4.gguf"])),
        .bad("missing-weights", "XGBoost", model(.xgboost, ["model/xgboost-model"])),
        .bad("missing-weights", "XGBoost, with a dot", model(.xgboost, [".xgboost-model"])),
        .bad(
            "missing-weights", "XGBoost, with what macOS writes", model(.xgboost, ["._xgboost-model"]),
            otherErrors: ["platform-metadata"]),
        .good(
            "missing-weights", "shards",
            model(.huggingFace, hubBut("model.safetensors", "pytorch_model.bin.index.json"))),
        .good("missing-weights", "GGUF in a directory", model(.llamaCpp, ["a/model.gguf"])),
        .good("missing-weights", "an adapter", model(.huggingFace, hubBut("model.safetensors", "adapter_config.json"))),
        .good("missing-weights", "code for LMI", model(.djlLMI, ["config.json", "model.py"])),
        .good("missing-weights", "vLLM with .bin", model(.vllm, hubBut("model.safetensors", "pytorch_model.bin"))),
    ]

    private static let tensorFlow: [RuleCase] = [
        .bad(
            "no-saved-model", "at the top", model(.tensorFlowServing, ["saved_model.pb"])),
        .bad("no-saved-model", "no number", model(.tensorFlowServing, ["v1/saved_model.pb"])),
        .bad("no-saved-model", "Keras", model(.tensorFlowServing, ["model.h5"])),
        .bad("no-saved-model", "text", model(.tensorFlowServing, ["1/saved_model.pbtxt"])),
        .bad("no-saved-model", "an empty version", model(.tensorFlowServing, ["1/saved_model.pb", "2/readme"])),
        .good("no-saved-model", "a version", model(.tensorFlowServing, ["1/saved_model.pb", "code/inference.py"])),
        .good("no-saved-model", "a name", model(.tensorFlowServing, ["export/Servo/1/saved_model.pb"])),
        .bad(
            "several-saved-models", "not named",
            model(.tensorFlowServing, ["a/1/saved_model.pb", "b/1/saved_model.pb"])
        ),
        .bad(
            "several-saved-models", "another",
            model(.tensorFlowServing, ["a/1/saved_model.pb"], ["SAGEMAKER_TFS_DEFAULT_MODEL_NAME": "b"])),
        .good("several-saved-models", "one", model(.tensorFlowServing, ["1/saved_model.pb", "2/saved_model.pb"])),
        .good(
            "several-saved-models", "named",
            model(
                .tensorFlowServing, ["a/1/saved_model.pb", "b/1/saved_model.pb"],
                ["SAGEMAKER_TFS_DEFAULT_MODEL_NAME": "b"])),
        .good(
            "several-saved-models", "named as the directory of all",
            model(.tensorFlowServing, ["1/saved_model.pb"], ["SAGEMAKER_TFS_DEFAULT_MODEL_NAME": "model"])),
        .bad(
            "ignored-requirements", "code/lib",
            model(
                .tensorFlowServing,
                ["1/saved_model.pb", "code/inference.py", "code/lib/a.py", "code/requirements.txt"])),
        .good(
            "ignored-requirements", "no code/lib",
            model(.tensorFlowServing, ["1/saved_model.pb", "code/inference.py", "code/requirements.txt"])),
        .good(
            "ignored-requirements", "no script",
            model(.tensorFlowServing, ["1/saved_model.pb", "code/lib/a.py", "code/requirements.txt"])),
        .bad(
            "missing-inference-script", "inside a version",
            model(.tensorFlowServing, ["2/saved_model.pb", "2/code/inference.py"])),
        .good(
            "missing-inference-script", "TensorFlow Serving without", model(.tensorFlowServing, ["1/saved_model.pb"])),
        .good("no-saved-model", "other numbers", model(.tensorFlowServing, ["m/1/saved_model.pb", "2/readme"])),
    ]

    private static let triton: [RuleCase] = [
        .bad("triton-model-at-top", "a model", model(.triton, ["config.pbtxt", "1/model.onnx"])),
        .good("triton-model-at-top", "a repository", model(.triton, ["resnet/config.pbtxt", "resnet/1/model.onnx"])),
        .bad("triton-ambiguous-model", "code", model(.triton, ["m/config.pbtxt", "m/1/model.onnx", "code/a.py"])),
        .bad("triton-ambiguous-model", "none", model(.triton, ["model.onnx"])),
        .bad(
            "triton-ambiguous-model", "no such directory",
            model(.triton, ["m/1/model.onnx"], ["SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "n"])),
        .good(
            "triton-ambiguous-model", "named",
            model(.triton, ["m/1/model.onnx", "n/1/model.onnx"], ["SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "n"])),
        .bad(
            "triton-ambiguous-model", "named, and wrapped",
            model(.triton, ["repository/m/config.pbtxt"], ["SAGEMAKER_TRITON_DEFAULT_MODEL_NAME": "m"]), .error),
        .good("triton-ambiguous-model", "one", model(.triton, ["m/1/model.onnx", "README.md"])),
        .bad("triton-no-version", "none", model(.triton, ["m/config.pbtxt"])),
        .bad("triton-no-version", "a zero in front", model(.triton, ["m/01/model.onnx"])),
        .good("triton-no-version", "one", model(.triton, ["m/config.pbtxt", "m/1/.keep"])),
        .good(
            "triton-no-version", "an empty one in an archive",
            Artifact.archive([.member("m/config.pbtxt"), .member("m/1/", .directory)]).served(by: .triton)),
    ]

    private static let lmi: [RuleCase] = [
        .bad(
            "lmi-model-id", "an archive",
            model(.djlLMI, ["serving.properties"], ["OPTION_MODEL_ID": "s3://mybucket/model.tar.gz"])),
        .bad(
            "lmi-model-id", "not there", model(.djlLMI, ["serving.properties"], ["HF_MODEL_ID": "/opt/ml/model/llama"])),
        .bad(
            "lmi-model-id", "the web",
            model(.djlLMI, ["serving.properties"], ["HF_MODEL_ID": "https://huggingface.co/a/b"])),
        .good(
            "lmi-model-id", "a prefix", model(.djlLMI, ["serving.properties"], ["OPTION_MODEL_ID": "s3://mybucket/m/"])),
        .good("lmi-model-id", "the Hub", model(.djlLMI, ["serving.properties"], ["HF_MODEL_ID": "a/b"])),
        .good(
            "lmi-model-id", "there",
            model(.djlLMI, ["serving.properties", "m/config.json"], ["HF_MODEL_ID": "/opt/ml/model/m"])),
        .bad(
            "lmi-several-models", "code",
            model(.djlLMI, ["m/config.json", "m/model.safetensors", "code/requirements.txt"])),
        .good("lmi-several-models", "one", model(.djlLMI, ["m/config.json", "m/model.safetensors", "m/vocab.txt"])),
        .good("lmi-several-models", "two models", model(.djlLMI, ["a/serving.properties", "b/serving.properties"])),
        .good(
            "lmi-several-models", "properties", model(.djlLMI, ["serving.properties", "m/config.json", "code/a.py"])),
    ]

    private static let others: [RuleCase] = [
        .bad("artifact-not-used", "Hugging Face", model(.huggingFace, hub, ["HF_MODEL_ID": "a/b"])),
        .bad("artifact-not-used", "TGI without", model(.tgi, hub, [:])),
        .bad("artifact-not-used", "hidden", model(.vllm, ["serving.properties"], ["HF_MODEL_ID": "a/b"])),
        .bad("artifact-not-used", "SGLang", model(.sglang, hub, ["SM_SGLANG_MODEL_PATH": "a/b"])),
        .bad("artifact-not-used", "LMI", model(.djlLMI, hub, ["HF_MODEL_ID": "a/b"])),
        .good("artifact-not-used", "this one", model(.tgi, hub, here)),
        .good("artifact-not-used", "not known", model(.tei, hub)),
        .good("artifact-not-used", "code", model(.djlLMI, ["serving.properties", "model.py"], ["HF_MODEL_ID": "a/b"])),
        .good("artifact-not-used", "vLLM takes the directory", model(.vllm, hub, ["HF_MODEL_ID": "a/b"])),
        .bad("xgboost-extra-file", "README", model(.xgboost, ["xgboost-model", "README.md"])),
        .bad("xgboost-extra-file", "MLflow", model(.xgboost, ["MLmodel", "conda.yaml", "model.xgb"])),
        .bad("xgboost-extra-file", "two models", model(.xgboost, ["a.ubj", "b.ubj"])),
        .bad("xgboost-extra-file", "a fold is missing", model(.xgboost, ["xgboost-model-0", "xgboost-model-2"])),
        .bad("xgboost-extra-file", "a model beside folds", model(.xgboost, ["xgboost-model", "xgboost-model-0"])),
        .good(
            "xgboost-extra-file", "folds", model(.xgboost, ["xgboost-model-0", "xgboost-model-1", "xgboost-model-2"])),
        .good("xgboost-extra-file", "one", model(.xgboost, ["xgboost-model", ".gitattributes", "code/inference.py"])),
        .good(
            "xgboost-extra-file", "a script",
            model(
                .xgboost, ["xgboost-model", "README.md", "code/a.py"],
                ["SAGEMAKER_PROGRAM": "a.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"])),
        .bad("framework-mismatch", "Triton", model(.sklearn, ["m/config.pbtxt", "code/a.py"])),
        .bad(
            "framework-mismatch", "by the image",
            Artifact.directory(["1/saved_model.pb", "code/inference.py"]).served(
                by: nil, image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312")),
        .good("framework-mismatch", "a language model", model(.vllm, hub + ["code/inference.py"])),
        .good("framework-mismatch", "the same", model(.tensorFlowServing, ["1/saved_model.pb"])),
        .bad("framework-not-told", "Triton", hinted("m/config.pbtxt", "m/1/model.onnx")),
        .bad("framework-not-told", "XGBoost", hinted("xgboost-model")),
        .bad("framework-not-told", "XGBoost as of MLflow", hinted("MLmodel", "model.ubj")),
        .bad("framework-not-told", "llama.cpp", hinted("model.gguf", "README.md")),
        .good("framework-not-told", "told", hinted("xgboost-model").served(by: .xgboost)),
        .good(
            "framework-mismatch", "an archive that was cut off",
            Artifact.archive(
                [.member("1/saved_model.pb")], outcome: cutOff
            ).served(by: .sklearn)),
        .bad(
            "framework-mismatch", "an archive", Artifact.archive("1/saved_model.pb").served(by: .sklearn)),
        .good(
            "framework-not-told", "an archive that was cut off",
            Artifact.archive([.member("xgboost-model")], outcome: cutOff).with { $0.hintsFramework = true }),
        .good("framework-not-told", "no doubt", hinted("config.json", "model.safetensors", "tokenizer.json")),
        .good("framework-not-told", "not asked", .directory(["xgboost-model"])),
        .good("wrapped-in-directory", "Triton by its name", Artifact.archive("m/1/model.onnx").served(by: .triton)),
        .good("wrapped-in-directory", "DJL", .archive("m/serving.properties", "m/model.py")),
        .good(
            "prefix-marker", "a multi-model endpoint",
            Artifact.listing("s3://mybucket/m/", ["m/", "m/a.tar.gz"]).served(by: .multiModel)),
        .good("wrapped-in-directory", "LMI", Artifact.archive("m/serving.properties").served(by: .djlLMI)),
        .good("nested-archive", "a multi-model endpoint", Artifact.directory(["a.tar.gz"]).served(by: .multiModel)),
        .good("nested-archive", "an environment for Triton", .directory(["m/config.pbtxt", "m/env.tar.gz"])),
        .good("nested-archive", "wheels for LMI", model(.djlLMI, ["serving.properties", "local_wheels/a.tar.gz"])),
        .good(
            "folder-marker", "a multi-model endpoint",
            Artifact.listing("s3://mybucket/m/", ["m/a/", "m/a.tar.gz"]).served(by: .multiModel)),
        .bad(
            "empty-directory", "a version of Triton's",
            .directory(["m/config.pbtxt"], entries: [DirectoryEntry(path: "m/1", kind: .emptyDirectory)])),
    ]

    private static let pbtxt = "backend: \"onnxruntime\"\nmax_batch_size: 8\n"

    private static func triton(_ configuration: String, _ files: ByteString...) -> Artifact {
        model(.triton, files, contents: ["m/config.pbtxt": configuration])
    }

    private static func task(_ configuration: String, _ environment: [String: String]? = nil) -> Artifact {
        model(.huggingFace, hubBut("config.json"), environment, contents: ["config.json": configuration])
    }

    private static func served(
        by framework: Framework, _ contents: [ByteString: [UInt8]], image: String? = nil,
        _ environment: [String: String]? = nil
    ) -> Artifact {
        Artifact.directory(contents).served(by: framework, image: image, environment)
    }

    private static let libtorch = Array("platform: \"pytorch_libtorch\"\n".utf8)
    private static let binf = Array("binf".utf8) + [UInt8](repeating: 0, count: 60)

    private static func transformers(_ weights: [UInt8], tag: String? = nil, script: Bool = false) -> Artifact {
        var contents: [ByteString: [UInt8]] = [
            "config.json": Array(#"{"architectures": ["BertForMaskedLM"]}"#.utf8), "vocab.txt": [0x0A],
            "model.safetensors": weights,
        ]
        if script { contents["code/inference.py"] = Array("def model_fn(path): ...".utf8) }
        return served(by: .huggingFace, contents, image: tag.map { "huggingface-pytorch-inference:" + $0 })
    }

    /// What the bytes of weights decide.
    private static let bytes: [RuleCase] = [
        .bad("not-torchscript", "PyTorch", served(by: .pytorch, ["model.pt": TinyModel.saved])),
        .bad(
            "not-torchscript", "as of old",
            served(
                by: .torchserve,
                [
                    "model.pt": [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E]
                        + [
                            0x80, 2, 0x4D, 0xE9, 3, 0x2E,
                        ]
                ])),
        .bad(
            "not-torchscript", "a script that loads nothing",
            served(
                by: .pytorch,
                ["model.pt": TinyModel.saved, "code/inference.py": Array("def output_fn(a, b): ...".utf8)])
        ),
        .bad("not-torchscript", "another name", served(by: .pytorch, ["net.pth": TinyModel.saved])),
        .good("not-torchscript", "TorchScript by another name", served(by: .pytorch, ["net.pth": TinyModel.script])),
        .bad(
            "not-torchscript", "Triton",
            served(by: .triton, ["m/config.pbtxt": libtorch, "m/1/model.pt": TinyModel.saved])),
        .good("not-torchscript", "TorchScript", served(by: .pytorch, ["model.pt": TinyModel.script])),
        .good(
            "not-torchscript", "a script",
            served(by: .pytorch, ["model.pt": TinyModel.saved, "code/inference.py": Array("def model_fn(): ...".utf8)])),
        .good("not-torchscript", "nobody knows", model(.pytorch, ["model.pt"])),
        .good(
            "not-torchscript", "Triton with TorchScript",
            served(by: .triton, ["m/config.pbtxt": libtorch, "m/1/model.pt": TinyModel.script])),
        .good(
            "not-torchscript", "Triton's other runtime",
            served(
                by: .triton,
                [
                    "m/config.pbtxt": Array("backend: \"pytorch\" runtime: \"model.py\"".utf8),
                    "m/1/model.pt": TinyModel.saved,
                ])),
        .bad("outdated-model-format", "no metadata", transformers(TinyModel.safetensors("a"))),
        .bad(
            "outdated-model-format", "no format",
            transformers(
                TinyModel.safetensors("a", metadata: #"{"a":"b"}"#), tag: "2.1.0-transformers4.37.0-gpu-py310")),
        .good(
            "outdated-model-format", "a format", transformers(TinyModel.safetensors("a", metadata: #"{"format":"pt"}"#))
        ),
        .good(
            "outdated-model-format", "a newer image",
            transformers(TinyModel.safetensors("a"), tag: "2.6.0-transformers4.51.3-gpu-py312")),
        .good("outdated-model-format", "a script of one's own", transformers(TinyModel.safetensors("a"), script: true)),
        .good("outdated-model-format", "vLLM", served(by: .vllm, ["model.safetensors": TinyModel.safetensors("a")])),
        .bad("outdated-model-format", "XGBoost, told", served(by: .xgboost, ["model": binf])),
        .bad(
            "outdated-model-format", "XGBoost 3.2",
            served(by: .xgboost, ["model": binf], image: "sagemaker-xgboost:3.2-0")),
        .good(
            "outdated-model-format", "XGBoost 3.0",
            served(by: .xgboost, ["xgboost-model": binf], image: "sagemaker-xgboost:3.0-5")),
        .good(
            "outdated-model-format", "XGBoost 1.7",
            served(by: .xgboost, ["xgboost-model": binf], image: "sagemaker-xgboost:1.7-1")),
        .bad(
            "xgboost-extra-file", "zeros", served(by: .xgboost, ["model": [UInt8](repeating: 0, count: 5000)])),
        .bad(
            "xgboost-extra-file", "empty", served(by: .xgboost, ["model": Array("ccopy_reg\n".utf8), "_SUCCESS": []])),
    ]

    /// What becomes of shards in one container and another.
    private static let shards: [RuleCase] = [
        .bad("missing-shard", "the index, for Hugging Face", model(.huggingFace, hubBut("model.safetensors") + two)),
        .good("missing-shard", "no index, for vLLM", model(.vllm, hubBut("model.safetensors") + two)),
        .good("missing-shard", "no index, for SGLang", model(.sglang, hubBut("model.safetensors") + two)),
        .good("missing-shard", "no index, for TGI", model(.tgi, hubBut("model.safetensors") + two, here)),
        .good("missing-weights", "shards without an index", model(.huggingFace, hubBut("model.safetensors") + two)),
        .bad("conflicting-weights", "TGI", model(.tgi, hub + two, here)),
    ]

    private static let two: [ByteString] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"]

    private static let contents: [RuleCase] = [
        .bad("unknown-task", "no head", task(#"{"architectures": ["BertModel"]}"#)),
        .bad("unknown-task", "no architectures", task(#"{"model_type": "bert"}"#)),
        .good("unknown-task", "a head", task(#"{"a": [{}], "architectures": ["BertForMaskedLM", "BertModel"]}"#)),
        .good("unknown-task", "told", task(#"{"architectures": ["BertModel"]}"#, ["HF_TASK": "feature-extraction"])),
        .good("unknown-task", "not JSON", task("{")),
        .bad("triton-name-mismatch", "another", triton("name: 'n'\n", "m/1/model.onnx")),
        .good("triton-name-mismatch", "the same", triton("name: \"m\" # its own\n" + pbtxt, "m/1/model.onnx")),
        .good("triton-name-mismatch", "that of an input", triton("input [ { name: \"n\" } ]", "m/1/model.onnx")),
        .good("triton-name-mismatch", "not understood", triton("name: \"n\" }", "m/1/model.onnx")),
        .bad("triton-no-model-file", "another name", triton(pbtxt, "m/1/resnet.onnx")),
        .bad("triton-no-model-file", "in an older version", triton(pbtxt, "m/9/model.onnx", "m/10/a")),
        .good("triton-no-model-file", "there", triton(pbtxt, "m/1/model.onnx")),
        .good("triton-no-model-file", "a directory", triton(pbtxt, "m/1/model.onnx/model.onnx")),
        .good("triton-no-model-file", "named", triton(pbtxt + "default_model_filename: \"a\"", "m/1/a")),
        .good("triton-no-model-file", "a backend of one's own", triton("backend: \"mine\"", "m/1/a")),
        .good(
            "triton-no-model-file", "a policy that is not understood",
            triton(pbtxt + "version_policy: { latest {} }", "m/1/a")),
        .bad(
            "triton-no-version", "a step of an ensemble",
            triton("platform: \"ensemble\" ensemble_scheduling { step [ { model_name: \"e\" } ] }", "m/1/.keep")),
        .bad(
            "lmi-model-id", "in the properties",
            model(.djlLMI, [], contents: ["serving.properties": "engine=MPI\noption.model_id = s3://b/m.tar.gz\n"])),
        .bad(
            "lmi-model-id", "where nothing tells the framework",
            .directory(["m/serving.properties"], contents: ["m/serving.properties": "option.model_id: s3://b/m.tgz\n"])),
        .good(
            "lmi-model-id", "a directory that may be elsewhere",
            .directory(
                ["serving.properties"], contents: ["serving.properties": "option.model_id=/opt/ml/model/llama\n"])),
        .good("lmi-model-id", "a listing", .listing("s3://mybucket/m/", ["m/serving.properties"])),
        .good(
            "lmi-model-id", "another framework",
            model(.vllm, ["config.json"], contents: ["serving.properties": "option.model_id=s3://b/m.tar.gz\n"])),
        .bad(
            "lmi-model-id", "a template",
            model(.djlLMI, [], contents: ["serving.properties": "engine=MPI\noption.model_id = {{ s3url }}\n"]), .error),
        .bad(
            "lmi-model-id", "a template where nothing tells the framework",
            .directory(["serving.properties"], contents: ["serving.properties": "option.s3url={{s3url}}\n"]), .error),
        .bad(
            "lmi-model-id", "a variable of a shell",
            model(.djlLMI, [], contents: ["serving.properties": "option.model_id=s3://${BUCKET}/llama/\n"]), .error),
        .bad(
            "lmi-model-id", "what a person is to fill in",
            model(.djlLMI, [], contents: ["serving.properties": "option.model_id=<MODEL_ID>\n"]), .error),
        .good(
            "lmi-model-id", "braces that name no model",
            model(
                .djlLMI, [],
                contents: ["serving.properties": "option.model_id=acme/llama\noption.chat_template={{ messages }}\n"])),
        .good(
            "lmi-model-id", "a comment",
            model(.djlLMI, ["model.py"], contents: ["serving.properties": "# option.model_id=s3://b/m.tar.gz\n"])),
        .bad(
            "lmi-model-id", "a blank behind it",
            model(.djlLMI, [], contents: ["serving.properties": "engine=Python\noption.model_id = acme/llama \r\n"])),
        .good(
            "lmi-model-id", "a blank behind an address",
            model(
                .djlLMI, [],
                contents: ["serving.properties": "engine=Python\noption.model_id = s3://mybucket/llama/ \n"])
        ),
        .bad(
            "missing-model-config", "properties without a model",
            model(.djlLMI, [], contents: ["serving.properties": "engine=Python\noption.rolling_batch=vllm\n"])),
        .bad(
            "missing-inference-script", "no model_fn",
            model(.pytorch, ["weights.bin"], contents: ["code/inference.py": "def predict_fn(data, model): ...\n"])),
        .good(
            "missing-inference-script", "an imported model_fn",
            model(.pytorch, ["model.pth"], contents: ["code/inference.py": "from serve import model_fn\n"])),
        .bad(
            "missing-weights", "a script that loads nothing",
            model(
                .huggingFace, hubBut("model.safetensors"), contents: ["code/inference.py": "def output_fn(a, b): ...\n"]
            )),
        .bad(
            "xgboost-extra-file", "a text", model(.xgboost, ["xgboost-model"], contents: ["notes": "Trained in May.\n"])
        ),
        .bad(
            "xgboost-extra-file", "other JSON", model(.xgboost, [], contents: ["input_example.json": #"{"data": []}"#])),
        .good("xgboost-extra-file", "JSON", model(.xgboost, [], contents: ["model": #"{"learner":{}}"#])),
        .good(
            "outdated-model-format", "the old form, for Triton's forests",
            model(
                .triton, [],
                contents: ["m/config.pbtxt": "backend: \"fil\"\n", "m/1/xgboost.model": "binf\u{0}\u{0}"])),
        .good("xgboost-extra-file", "the old form", model(.xgboost, [], contents: ["model": "binf\u{0}\u{0}"])),
    ]

    private static let cutOff = ArchiveOutcome(
        damage: .init(message: "it ends early", byteOffset: 99, afterMember: nil))

    private static func hinted(_ files: ByteString...) -> Artifact {
        Artifact.directory(files).with { $0.hintsFramework = true }
    }
}
