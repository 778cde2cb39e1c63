import TestSupport

@testable import ModelArtifacts

/// What containers make of whole models that are nearly right, and of models that are.
extension RuleCase {
    static let servedModels: [RuleCase] =
        [
            tasks, preprocessors, estimators, weightless, generators, pipelines, environments, handlers, formats,
            variables, algorithms, engines, tokenizers, besides, ggufParts,
        ].flatMap(\.self)

    private static func configured(
        _ framework: Framework, _ configuration: String, _ environment: [String: String]? = nil,
        _ others: ByteString...
    ) -> Artifact {
        model(framework, ["model.safetensors"] + others, environment, contents: ["config.json": configuration])
    }

    private static let whisper = #"{"architectures": ["WhisperForConditionalGeneration"]}"#
    private static let speech = ["HF_TASK": "automatic-speech-recognition"]

    private static let tasks: [RuleCase] = [
        .bad("unknown-task", "a slip", configured(.huggingFace, "{}", ["HF_TASK": "text-genration"]), .error),
        .good("unknown-task", "a task", configured(.huggingFace, "{}", ["HF_TASK": "text-generation"])),
        .good("unknown-task", "languages", configured(.huggingFace, "{}", ["HF_TASK": "translation_en_to_de"])),
        .bad(
            "unknown-task", "Whisper", configured(.huggingFace, whisper, nil, "vocab.json", "preprocessor_config.json"),
            .warning),
        .good("unknown-task", "Whisper with its task", configured(.huggingFace, whisper, speech, "vocab.json")),
    ]

    private static func visual(_ name: String, _ environment: [String: String]? = nil, _ others: ByteString...)
        -> Artifact
    {
        model(.huggingFace, ["model.safetensors"] + others, environment, contents: ["config.json": name])
    }

    private static let vit = #"{"architectures": ["ViTForImageClassification"], "model_type": "vit"}"#
    private static let images = ["HF_TASK": "image-classification"]

    private static let preprocessors: [RuleCase] = [
        .bad("missing-model-config", "what reads images", visual(vit, images), .error),
        .bad("missing-model-config", "what reads sound", visual(whisper, speech, "vocab.json"), .error),
        .bad(
            "missing-model-config", "what reads images of a task that nobody told", visual(vit),
            otherErrors: ["unknown-task"],
            .error),
        .good("missing-tokenizer", "images that nobody told", visual(vit)),
        .good("missing-model-config", "images", visual(vit, images, "preprocessor_config.json")),
        .good("missing-model-config", "a processor", visual(vit, images, "processor_config.json")),
        .good(
            "missing-model-config", "a model of timm",
            visual(#"{"architecture": "resnet50", "pretrained_cfg": {}, "num_classes": 1000}"#, images)),
        .good(
            "missing-model-config", "text",
            visual(#"{"architectures": ["BertModel"]}"#, ["HF_TASK": "fill-mask"], "vocab.txt")),
    ]

    private static func pickled(_ bytes: [UInt8]) -> Artifact {
        Artifact.directory(["xgboost-model": bytes + [UInt8](repeating: 7, count: 200)]).served(by: .xgboost)
    }

    private static func framed(_ module: String, _ name: String) -> [UInt8] {
        let text = { (text: String) -> [UInt8] in [0x8C, UInt8(text.utf8.count)] + Array(text.utf8) + [0x94] }
        return [0x80, 4, 0x95, 1, 2, 0, 0, 0, 0, 0, 0] + text(module) + text(name) + [0x93]
    }

    private static let estimators: [RuleCase] = [
        .bad("xgboost-estimator", "of today", pickled(framed("xgboost.sklearn", "XGBRegressor")), .error),
        .bad(
            "xgboost-estimator", "a search", pickled(framed("sklearn.model_selection._search", "GridSearchCV")), .error),
        .bad("xgboost-estimator", "a table", pickled(framed("pandas.core.frame", "DataFrame")), .error),
        .bad("xgboost-estimator", "a dict", pickled([0x80, 4, 0x95, 9, 0, 0, 0, 0, 0, 0, 0, 0x7D, 0x94]), .error),
        .bad("xgboost-estimator", "a pipeline", pickled(framed("sklearn.pipeline", "Pipeline")), .error),
        .bad(
            "xgboost-estimator", "by an older protocol",
            pickled([0x80, 3] + Array("cxgboost.sklearn\nXGBClassifier\nq".utf8)), .error),
        .bad(
            "xgboost-estimator", "by the first protocol",
            pickled(Array("ccopy_reg\n_reconstructor\np0\n(cxgboost.sklearn\nXGBRanker\np1".utf8)), .error),
        .bad("xgboost-estimator", "LightGBM's Booster", pickled(framed("lightgbm.basic", "Booster")), .error),
        .bad(
            "xgboost-estimator", "CatBoost by an older protocol",
            pickled([0x80, 3] + Array("ccatboost.core\nCatBoostClassifier\nq".utf8)), .error),
        .good("xgboost-estimator", "a class of one's own", pickled(framed("mysklearn.models", "Model"))),
        .good("xgboost-estimator", "a Booster", pickled(framed("xgboost.core", "Booster"))),
        .good(
            "xgboost-estimator", "a Booster with an attribute",
            pickled(framed("xgboost.core", "Booster") + framed("xgboost.sklearn", "XGBRegressor"))),
    ]

    private static func lmi(_ properties: String?, _ files: ByteString...) -> Artifact {
        model(
            .djlLMI, ["config.json", "tokenizer.json"] + files,
            contents: properties.map { ["serving.properties": $0] } ?? [:])
    }

    private static let weightless: [RuleCase] = [
        .bad("missing-weights", "LMI, deeper", lmi(nil, "weights/model.safetensors"), .error),
        .bad("missing-weights", "LMI, with properties", lmi("engine=Python\noption.rolling_batch=vllm\n"), .error),
        .good("missing-weights", "LMI, beside properties", lmi("engine=MPI\n", "model.safetensors")),
        .good("missing-weights", "LMI, named", lmi("engine=Python\noption.model_id=a/b\n")),
        .good("missing-weights", "LMI, loaded specially", lmi("engine=Python\noption.load_format=dummy\n")),
        .good("missing-weights", "LMI, compiled", lmi("engine=MPI\n", "tensorrt_llm/1/rank0.engine")),
        .good("missing-weights", "LMI, another engine", lmi("engine=OnnxRuntime\n")),
    ]

    private static let vision = #"{"architectures": ["Qwen2_5_VLForConditionalGeneration"]}"#
    private static let remote = #"{"architectures": ["XForCausalLM"], "auto_map": {"AutoModel": "modeling_x.XModel"}}"#
    private static let trusting = ["SM_VLLM_TRUST_REMOTE_CODE": "true"]

    private static let generators: [RuleCase] = [
        .bad("missing-tokenizer", "sound", configured(.huggingFace, whisper, speech, "preprocessor_config.json")),
        .bad(
            "missing-tokenizer", "images by words",
            configured(
                .huggingFace, #"{"architectures": ["CLIPModel"]}"#, ["HF_TASK": "zero-shot-image-classification"],
                "preprocessor_config.json")),
        .bad("missing-tokenizer", "words of images", configured(.vllm, vision, nil, "preprocessor_config.json")),
        .bad("missing-tokenizer", "SGLang", configured(.sglang, vision, nil, "preprocessor_config.json")),
        .bad("missing-tokenizer", "LMI", configured(.djlLMI, vision, nil, "preprocessor_config.json")),
        .good(
            "missing-tokenizer", "images alone",
            configured(
                .vllm, #"{"architectures": ["PrithviGeoSpatialMAE"]}"#, nil, "preprocessor_config.json")),
        .bad("missing-model-config", "code", configured(.vllm, remote, trusting, "vocab.json"), .warning),
        .bad(
            "missing-model-config", "code for a pipeline",
            configured(.huggingFace, remote, ["HF_TRUST_REMOTE_CODE": "1"], "vocab.json"), .warning),
        .good("missing-model-config", "code that is there", configured(.vllm, remote, trusting, "modeling_x.py")),
        .good("missing-model-config", "code that nobody asks for", configured(.vllm, remote, [:], "vocab.json")),
        .good(
            "missing-model-config", "code of another repository",
            configured(.vllm, #"{"auto_map": {"AutoModel": "a/b--modeling_x.XModel"}}"#, trusting, "vocab.json")),
    ]

    private static let index = """
        {"_class_name": "StableDiffusionPipeline", "vae": ["diffusers", "AutoencoderKL"], "safety_checker": [null, null],
         "scheduler": ["diffusers", "PNDMScheduler"], "tokenizer": ["transformers", "CLIPTokenizer"],
         "feature_extractor": ["transformers", "CLIPImageProcessor"], "unet": ["diffusers", "UNet2DConditionModel"]}
        """
    private static let parts: [ByteString] = [
        "feature_extractor/preprocessor_config.json", "scheduler/scheduler_config.json", "tokenizer/vocab.json",
        "unet/config.json", "unet/diffusion_pytorch_model.safetensors", "vae/config.json",
        "vae/diffusion_pytorch_model.bin",
    ]

    private static func pipeline(without name: ByteString, _ others: ByteString...) -> Artifact {
        model(.huggingFace, parts.filter { !$0.hasPrefix(name) } + others, contents: ["model_index.json": index])
    }

    private static let pipelines: [RuleCase] = [
        .good("missing-weights", "a pipeline", pipeline(without: "-")),
        .bad("missing-weights", "a part", pipeline(without: "vae"), .error),
        .bad("missing-model-config", "a scheduler", pipeline(without: "scheduler"), .error),
        .bad("missing-model-config", "a preprocessor", pipeline(without: "feature_extractor"), .error),
        .bad("missing-tokenizer", "that of a pipeline", pipeline(without: "tokenizer"), .error),
        .good("missing-weights", "a pipeline without its scheduler", pipeline(without: "scheduler")),
        .good("missing-tokenizer", "a pipeline", pipeline(without: "-")),
        .bad(
            "missing-weights", "a variant alone",
            pipeline(without: "unet/diff", "unet/diffusion_pytorch_model.fp16.safetensors"), .error),
        .bad("missing-weights", "none in a part", pipeline(without: "unet/diff"), .error),
        .good(
            "missing-weights", "shards of a part",
            pipeline(
                without: "unet/diff", "unet/diffusion_pytorch_model.safetensors.index.json",
                "unet/diffusion_pytorch_model-00001-of-00001.safetensors")),
        .good(
            "missing-weights", "a pipeline that nobody understands",
            model(.huggingFace, ["unet/a.bin"], contents: ["model_index.json": "["])),
        .bad(
            "missing-weights", "HF_TASK told",
            model(
                .huggingFace, parts.filter { !$0.hasPrefix("vae") }, ["HF_TASK": "text-to-image"],
                contents: ["model_index.json": index])),
        .good(
            "missing-weights", "compiled for Neuron", model(.huggingFace, ["config.json", "vocab.txt", "model.neuron"])),
        .bad("missing-weights", "a transformers before safetensors", aged("transformers4.17.0"), .error),
        .good("missing-weights", "a transformers with safetensors", aged("transformers4.26.0")),
        .bad(
            "missing-weights", "weights of TensorFlow for LMI",
            model(.djlLMI, ["config.json", "tokenizer.json", "tf_model.h5"]), .error),
        .bad(
            "missing-weights", "a pickle for LMI", model(.djlLMI, ["config.json", "tokenizer.json", "net.pth"]), .error),
        .good(
            "missing-weights", "compiled for Neuron, for TGI",
            compiled(.tgi, "huggingface-pytorch-tgi-inference:2.1.2-optimum0.0.28-neuronx-py310")),
        .good(
            "missing-weights", "compiled for Neuron, for vLLM",
            compiled(.vllm, "huggingface-vllm-inference-neuronx:0.11.0-py310")),
        .good("missing-weights", "compiled for Neuron, in an image of one's own", compiled(.tgi, "mine:1")),
        .good("missing-weights", "compiled for Neuron, in an image of which nobody told", compiled(.vllm, nil)),
        .bad(
            "missing-weights", "compiled for Neuron, in an image for GPUs",
            compiled(.tgi, "huggingface-pytorch-tgi-inference:2.4.0-tgi3.0.1-gpu-py311")),
    ]

    private static func aged(_ part: String) -> Artifact {
        model(
            .huggingFace, ["model.safetensors", "vocab.txt"],
            contents: ["config.json": #"{"architectures": ["BertForMaskedLM"]}"#],
            image: "huggingface-pytorch-inference:1.10.2-\(part)-cpu-py38")
    }

    private static func compiled(_ framework: Framework, _ image: String?) -> Artifact {
        model(
            framework, ["config.json", "tokenizer.json", "compiled/a.neff", "checkpoint/model.safetensors"],
            ["HF_MODEL_ID": "/opt/ml/model"], image: image)
    }

    private static func triton(_ configuration: String, _ files: ByteString...) -> Artifact {
        model(.triton, ["m/1/model.py"] + files, contents: ["m/config.pbtxt": configuration])
    }

    private static func environment(_ path: String, backend: String = "python") -> String {
        "backend: \"\(backend)\"\nparameters: { key: \"EXECUTION_ENV_PATH\", value: { string_value: \"\(path)\" } }"
    }

    private static let environments: [RuleCase] = [
        .bad(
            "triton-no-model-file", "an environment", triton(environment("$$TRITON_MODEL_DIRECTORY/env.tar.gz")), .error
        ),
        .bad("triton-no-model-file", "by its whole path", triton(environment("/opt/ml/model/m/env.tar.gz")), .error),
        .good(
            "triton-no-model-file", "an environment that is there",
            triton(environment("$$TRITON_MODEL_DIRECTORY/env.tar.gz"), "m/env.tar.gz")),
        .good(
            "triton-no-model-file", "unpacked", triton(environment("$$TRITON_MODEL_DIRECTORY/env"), "m/env/bin/python")),
        .good("triton-no-model-file", "elsewhere", triton(environment("/opt/conda/env.tar.gz"))),
        .good("triton-no-model-file", "relative to nobody knows", triton(environment("env.tar.gz"))),
        .bad("refused-setting", "JSON", triton(#"{"backend": "python"}"#), .error),
        .bad("refused-setting", "a brace is missing", triton("backend: \"python\"\ninput [ { name: \"a\" ]"), .error),
        .bad("refused-setting", "the last brace", triton("backend: \"python\"\ninput { name: \"}\" # }"), .error),
        .good("refused-setting", "braces in texts", triton("backend: \"python\" # {\ninput [ { name: \"{\" } ]")),
        .bad("refused-setting", "a template", triton("backend: \"python\"\nmax_batch_size: ${size}\n"), .error),
        .bad("refused-setting", "YAML", triton("backend: \"python\"\ninput:\n  - name: \"x\"\n"), .error),
        .good("triton-name-mismatch", "YAML", triton("backend: \"python\"\ninput:\n  - name: \"x\"\n")),
        .bad("refused-setting", "curly quotes", triton("backend: \u{201C}python\u{201D}\n"), .error),
        .bad("refused-setting", "no quotes", triton("backend: python\n"), .error),
        .bad("refused-setting", "a field twice", triton("backend: \"python\"\nbackend: \"python\"\n"), .error),
        .bad(
            "refused-setting", "a type", triton("backend: \"python\"\ninput { name: \"a\" data_type: FP32 }\n"), .error),
        .bad(
            "refused-setting", "an unknown field", triton("backend: \"python\"\nmax_batchsize: 8\n"), .error),
        .bad("refused-setting", "a text for a number", triton("backend: \"python\"\nmax_batch_size: \"8\"\n"), .error),
        .good(
            "refused-setting", "known fields",
            triton(
                "backend: \"python\"\nmax_batch_size: 8\ninstance_group [ { kind: KIND_CPU } ]\ndynamic_batching { }\n")
        ),
        .bad(
            "refused-setting", "a message without a name",
            triton("backend: \"python\"\nparameters { key: \"a\" } { key: \"b\" }\n"), .error),
        .bad(
            "refused-setting", "a list without a comma",
            triton("backend: \"python\"\ninput [ { name: \"a\" } { name: \"b\" } ]\n"), .error),
        .bad("refused-setting", "a comma too many", triton("backend: \"python\"\ninput { dims: [ 1, 2, ] }\n"), .error),
        .bad("refused-setting", "no value", triton("backend: \"python\"\ninput { name: }\n"), .error),
        .bad("refused-setting", "an end without a value", triton("backend: \"python\"\nmax_batch_size"), .error),
        .good("refused-setting", "a list without anything", triton("backend: \"python\"\ninput [ ]\n")),
        .bad("refused-setting", "no platform", triton("platform: \"python\"\n"), .error),
        .good("refused-setting", "a platform", triton("platform: \"onnxruntime_onnx\"\n", "m/1/model.onnx")),
        .good("refused-setting", "a platform beside a backend", triton("platform: \"mine\" backend: \"python\"\n")),
        .bad("refused-setting", "no backend", triton("backend: \"onnx\"\n"), .error),
        .good("refused-setting", "a backend of one's own", triton("backend: \"onnx\"\n", "m/libtriton_onnx.so")),
        .good("refused-setting", "a backend that is not known", triton("backend: \"mine\"\n")),
        .bad(
            "refused-setting", "larger batches than there are",
            triton("backend: \"python\"\nmax_batch_size: 4\ndynamic_batching { preferred_batch_size: [ 4, 8 ] }\n"),
            .error),
        .good(
            "refused-setting", "batches",
            triton("backend: \"python\"\nmax_batch_size: 8\ndynamic_batching { preferred_batch_size: [ 4, 8 ] }\n")),
        .good("refused-setting", "a mark in front", triton("\u{FEFF}backend: \"python\"\n")),
        .good(
            "refused-setting", "any characters in texts",
            triton("backend: \"python\" # \u{201C}\ninput { name: \"\u{201C}\" }")),
        .bad("refused-setting", "a sign of equality", triton("backend = \"python\"\n"), .error),
        .good(
            "refused-setting", "a template's text",
            triton("backend: \"python\" # ${a}\nparameters { key: \"a\" value { string_value: \"${a}=$b\" } }")),
        .good("refused-setting", "what is not understood", triton("backend: \"python\"\n[x.y/z] { a: 1 }")),
    ]

    private static func serving(_ code: String) -> Artifact {
        model(.tensorFlowServing, ["1/saved_model.pb"], contents: ["code/inference.py": code])
    }

    private static let handlers: [RuleCase] = [
        .bad("missing-inference-script", "no handlers", serving("x = 1"), .error),
        .bad("missing-inference-script", "half of them", serving("def input_handler(data, context): ..."), .error),
        .good(
            "missing-inference-script", "both handlers",
            serving("def input_handler(data, context): ...\ndef output_handler(response, context): ...")),
        .good("missing-inference-script", "one handler", serving("def handler(data, context): ...")),
        .good("missing-inference-script", "handlers from elsewhere", serving("from mine import *")),
        .bad(
            "missing-inference-script", "capital letters",
            model(.huggingFace, ["config.json", "model.safetensors", "vocab.txt", "code/Inference.py"]), .warning),
    ]

    private static func booster(_ tag: String) -> Artifact {
        let start = "{L" + String(repeating: "\0", count: 7) + "\u{7}learner{"
        return model(.xgboost, [], contents: ["xgboost-model": start], image: "a/sagemaker-xgboost:\(tag)")
    }

    private static let formats: [RuleCase] = [
        .bad("outdated-model-format", "UBJSON for 1.5", booster("1.5-1"), otherErrors: ["truncated-weights"], .error),
        .bad("outdated-model-format", "UBJSON for 0.90", booster("0.90-2"), otherErrors: ["truncated-weights"], .error),
        .good("outdated-model-format", "UBJSON for 1.7", booster("1.7-1")),
        .bad("missing-weights", "capital letters", model(.llamaCpp, ["m.GGUF"]), .error),
    ]

    private static let hub: [ByteString] = ["config.json", "model.safetensors", "tokenizer.json"]

    private static func whole(_ properties: String) -> Artifact {
        model(.djlLMI, hub, contents: ["serving.properties": properties])
    }

    private static let engines: [RuleCase] = [
        .bad("refused-setting", "an engine in small letters", whole("engine=python\n"), .error),
        .bad("refused-setting", "a blank behind the engine", whole("engine=MPI \noption.rolling_batch=auto\n"), .error),
        .bad("refused-setting", "no engine", whole("engine=vLLM\n"), .error),
        .good("refused-setting", "engines", whole("engine = Python\noption.rolling_batch=vllm\n")),
        .good("refused-setting", "an engine of one's own", whole("engine=Mine\n")),
        .good("refused-setting", "an engine in a comment", whole("# engine=vLLM\noption.rolling_batch=vllm\n")),
        .bad(
            "missing-model-config", "properties beside code",
            model(.djlLMI, hub, contents: ["code/serving.properties": "engine=Python\n"]), .warning),
        .good(
            "missing-model-config", "properties beside the model",
            model(.djlLMI, hub + ["code/a.py"], contents: ["serving.properties": "engine=Python\n"])),
    ]

    private static func tokenizer(
        _ framework: Framework, _ configuration: String, _ files: ByteString...
    ) -> Artifact {
        model(
            framework, ["model.safetensors"] + files,
            framework == .huggingFace ? ["HF_TASK": "text-generation"] : ["HF_MODEL_ID": "/opt/ml/model"],
            contents: [
                "tokenizer_config.json": configuration,
                "config.json": #"{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}"#,
            ])
    }

    private static let llama = #"{"tokenizer_class": "LlamaTokenizerFast", "model_max_length": 4096}"#

    private static let tokenizers: [RuleCase] = [
        .bad("missing-tokenizer", "no words, for vLLM", tokenizer(.vllm, llama), .warning),
        .bad("missing-tokenizer", "no words, for TGI", tokenizer(.tgi, llama), .warning),
        .bad("missing-tokenizer", "no words, for SGLang", tokenizer(.sglang, llama), .warning),
        .bad("missing-tokenizer", "no words, for transformers", tokenizer(.huggingFace, llama), .warning),
        .good("missing-tokenizer", "words", tokenizer(.vllm, llama, "tokenizer.model")),
        .good("missing-tokenizer", "words of an older release", tokenizer(.vllm, llama, "tokenizer.4.0.0.json")),
        .good("missing-tokenizer", "bytes for words", tokenizer(.vllm, #"{"tokenizer_class": "ByT5Tokenizer"}"#)),
        .good("missing-tokenizer", "a class that is not told", tokenizer(.vllm, "{}")),
        .good(
            "missing-tokenizer", "code of one's own",
            tokenizer(
                .vllm, #"{"tokenizer_class": "LlamaTokenizer", "auto_map": {"AutoTokenizer": ["a.B", null]}}"#, "a.py")),
    ]

    private static func safetensors(_ framework: Framework, _ index: String?, _ files: ByteString...) -> Artifact {
        var contents: [ByteString: [UInt8]] = [
            "config.json": Array("{}".utf8), "tokenizer.json": Array("{}".utf8),
        ]
        for file in files { contents[file] = TinyModel.safetensors("a") }
        if let index {
            contents["model.safetensors.index.json"] = Array(
                "{\"metadata\": {}, \"weight_map\": {\"a\": \"\(index)\"}}".utf8)
        }
        return Artifact.directory(contents).served(by: framework)
    }

    private static let besides: [RuleCase] = [
        .bad(
            "missing-weights", "shards in a folder, for vLLM",
            safetensors(.vllm, "w/model-00001-of-00001.safetensors", "w/model-00001-of-00001.safetensors"), .warning),
        .bad(
            "missing-weights", "shards in a folder, for SGLang",
            safetensors(.sglang, "w/model-00001-of-00001.safetensors", "w/model-00001-of-00001.safetensors"), .error),
        .bad(
            "missing-weights", "no shards in the folder, for vLLM",
            safetensors(.vllm, "w/model-00001-of-00001.safetensors"), otherErrors: ["missing-shard"], .error),
        .bad(
            "conflicting-weights", "an adapter, for vLLM",
            safetensors(.vllm, nil, "model.safetensors", "adapter_model.safetensors"), .warning),
        .good(
            "conflicting-weights", "an adapter beside an index, for vLLM",
            safetensors(
                .vllm, "model-00001-of-00001.safetensors", "model-00001-of-00001.safetensors",
                "adapter_model.safetensors")),
        .good(
            "conflicting-weights", "an adapter in a folder, for vLLM",
            safetensors(.vllm, nil, "model.safetensors", "a/adapter_model.safetensors")),
    ]

    /// A GGUF file without tensors that says which part of how many it is.
    private static func part(_ number: UInt64, of count: UInt64) -> [UInt8] {
        func pair(_ key: String, _ value: UInt64) -> [UInt8] {
            TinyModel.little(UInt64(key.utf8.count), 8) + Array(key.utf8) + TinyModel.little(2, 4)
                + TinyModel.little(value, 2)
        }
        return Array("GGUF".utf8) + TinyModel.little(3, 4) + TinyModel.little(0, 8) + TinyModel.little(2, 8)
            + pair("split.no", number) + pair("split.count", count)
    }

    private static let ggufParts: [RuleCase] = [
        .bad(
            "missing-weights", "a part of GGUF that is not the first",
            Artifact.directory(["model.gguf": part(1, of: 2)]).served(by: .llamaCpp), .error),
        .bad(
            "missing-weights", "parts of GGUF under other names",
            Artifact.directory(["a.gguf": part(0, of: 2), "b.gguf": part(1, of: 2)]).served(by: .llamaCpp), .error),
        .bad(
            "missing-weights", "a part of GGUF that is named",
            Artifact.directory(["m-00001-of-00002.gguf": part(0, of: 2), "m-00002-of-00002.gguf": part(1, of: 2)])
                .served(by: .llamaCpp, ["SM_LLAMA_CPP_MODEL": "/opt/ml/model/m-00002-of-00002.gguf"]), .error),
        .good(
            "missing-weights", "parts of GGUF",
            Artifact.directory(["m-00001-of-00002.gguf": part(0, of: 2), "m-00002-of-00002.gguf": part(1, of: 2)])
                .served(by: .llamaCpp)),
        .good(
            "missing-weights", "GGUF that is its only part",
            Artifact.directory(["m.gguf": part(0, of: 1)]).served(by: .llamaCpp)),
    ]

    private static let variables: [RuleCase] = [
        .bad(
            "missing-model-config", "a directory that is not there",
            model(.vllm, hub, ["SM_VLLM_MODEL": "/opt/ml/model/nope"]), otherErrors: []),
        .bad(
            "lmi-model-id", "quotes",
            model(.djlLMI, [], contents: ["serving.properties": "engine=Python\noption.model_id=\"Qwen/Qwen3\"\n"])),
    ]

    /// A zip archive of MXNet, by its first member.
    private static let archive: [UInt8] =
        [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 16) + [22, 0, 0, 0]
        + Array("additional-params.json".utf8) + Array("{}".utf8)

    private static let algorithms: [RuleCase] = [
        .good("nested-archive", "what Linear Learner writes", .directory(["model_algo-1": archive])),
        .bad("nested-archive", "another name", .directory(["model_archive-1": archive])),
    ]
}
