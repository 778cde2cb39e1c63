import TestSupport

@testable import ModelArtifacts

/// Values of variables and of configurations that servers refuse before they load a model.
extension RuleCase {
    static let settings: [RuleCase] = launchers + configurations + poolings + lengths + prompts + forms + handlers

    private static func served(_ framework: Framework, _ environment: [String: String]) -> Artifact {
        model(
            framework, ["config.json", "model.safetensors", "tokenizer.json"],
            environment.merging(["HF_MODEL_ID": "/opt/ml/model"]) { value, _ in value })
    }

    private static let launchers: [RuleCase] = [
        .bad("refused-setting", "a quantization", served(.tgi, ["HF_MODEL_QUANTIZE": "int4"]), .error),
        .bad("refused-setting", "a type", served(.tgi, ["DTYPE": "fp16"]), .error),
        .bad("refused-setting", "no number", served(.tgi, ["SM_NUM_GPUS": "all"]), .error),
        .bad("refused-setting", "a broken number", served(.tgi, ["MAX_TOTAL_TOKENS": "4096.0"]), .error),
        .bad("refused-setting", "no devices", served(.tgi, ["SM_NUM_GPUS": "0"]), .error),
        .bad("refused-setting", "a truth of Python", served(.tgi, ["HF_MODEL_TRUST_REMOTE_CODE": "True"]), .error),
        .good("refused-setting", "a truth", served(.tgi, ["HF_MODEL_TRUST_REMOTE_CODE": "true"])),
        .good(
            "refused-setting", "TGI",
            served(
                .tgi,
                [
                    "HF_MODEL_QUANTIZE": "bitsandbytes-nf4", "QUANTIZE": "x", "DTYPE": "bfloat16", "SM_NUM_GPUS": "8",
                    "MAX_TOTAL_TOKENS": "4096", "MAX_INPUT_LENGTH": "",
                ])),
        .bad("refused-setting", "a pooling", served(.tei, ["POOLING": "avg"]), .error),
        .bad("refused-setting", "a type, for TEI", served(.tei, ["DTYPE": "float64"]), .error),
        .good("refused-setting", "TEI", served(.tei, ["POOLING": "last-token", "DTYPE": "float32"])),
        .bad(
            "refused-setting", "a kind of inference",
            model(.triton, ["m/1/model.onnx"], ["SAGEMAKER_TRITON_INFERENCE_TYPE": "stream"]), .error),
        .good(
            "refused-setting", "a kind of inference",
            model(.triton, ["m/1/model.onnx"], ["SAGEMAKER_TRITON_INFERENCE_TYPE": "generate_stream"])),
        .bad(
            "unknown-task", "an empty one", model(.huggingFace, ["config.json", "model.safetensors"], ["HF_TASK": ""]),
            .error),
        .good(
            "unknown-task", "an empty one beside a script",
            model(.huggingFace, ["weights.bin", "code/inference.py"], ["HF_TASK": ""])),
    ]

    private static func embedding(
        _ configuration: String, pooling: String? = nil, _ environment: [String: String] = [:]
    ) -> Artifact {
        var contents: [ByteString: String] = ["config.json": configuration]
        contents["1_Pooling/config.json"] = pooling
        return model(
            .tei, ["model.safetensors", "tokenizer.json"],
            environment.merging(["HF_MODEL_ID": "/opt/ml/model"]) { value, _ in value }, contents: contents)
    }

    private static let bert = #"{"architectures": ["BertModel"], "model_type": "bert", "max_position_embeddings": 9}"#
    private static let masked =
        #"{"architectures": ["BertForMaskedLM"], "model_type": "bert", "max_position_embeddings": 9}"#

    private static let configurations: [RuleCase] = [
        .bad(
            "missing-model-config", "no architectures",
            embedding(#"{"model_type": "bert", "max_position_embeddings": 9}"#), .error),
        .bad(
            "missing-model-config", "no type",
            embedding(#"{"architectures": ["BertModel"], "max_position_embeddings": 9}"#), .error),
        .good("missing-model-config", "both", embedding(bert)),
        .bad("missing-model-config", "a type that nobody knows", typed("electra", "model.safetensors")),
        .bad(
            "missing-model-config", "a type that a release does not know",
            typed("t5", "model.safetensors", image: "tei:2.0.1-tei1.8.2-gpu-py310-cu122"), .error),
        .bad(
            "missing-model-config", "ONNX, for a GPU",
            typed("albert", "model.safetensors", "onnx/model.onnx", image: "tei:2.0.1-tei1.8.2-gpu-py310-cu122"), .error
        ),
        .good(
            "missing-model-config", "ONNX beside it, for a CPU",
            typed("albert", "model.safetensors", "onnx/model.onnx", image: "tei-cpu:2.0.1-tei1.8.2-cpu-py310")),
        .good("missing-model-config", "a type of today", typed("deberta-v2", "model.safetensors")),
    ]

    /// A model of a type for TEI, with all that any type needs.
    private static func typed(_ type: String, _ files: ByteString..., image: String? = nil) -> Artifact {
        model(
            .tei, ["tokenizer.json"] + files, ["HF_MODEL_ID": "/opt/ml/model", "POOLING": "mean"],
            contents: [
                "config.json": #"{"architectures": ["AModel"], "model_type": "\#(type)", "max_position_embeddings": 9}"#
            ], image: image)
    }

    private static let poolings: [RuleCase] = [
        .bad("missing-model-config", "a pooling that says nothing", embedding(bert, pooling: "{}"), .error),
        .bad(
            "missing-model-config", "a pooling that says the last alone",
            embedding(bert, pooling: #"{"pooling_mode_lasttoken": true}"#), .error),
        .good(
            "missing-model-config", "a pooling that says enough",
            embedding(bert, pooling: #"{"pooling_mode_cls_token": false, "pooling_mode_mean_tokens": true}"#)),
        .good(
            "missing-model-config", "a pooling that nobody reads",
            embedding(bert, pooling: "{}", ["POOLING": "mean"])),
        .bad("refused-setting", "masks that are not there", embedding(bert, ["POOLING": "splade"]), .error),
        .good("refused-setting", "masks", embedding(masked, ["POOLING": "splade"])),
    ]

    private static func lasting(_ length: String) -> Artifact {
        model(
            .tei, ["model.safetensors", "tokenizer.json"], ["HF_MODEL_ID": "/opt/ml/model"],
            contents: ["config.json": bert, "sentence_bert_config.json": length])
    }

    private static func onnx(_ image: String) -> Artifact {
        model(
            .tei, ["onnx/model.onnx", "tokenizer.json"], ["HF_MODEL_ID": "/opt/ml/model"],
            contents: ["config.json": bert],
            image: image)
    }

    private static func prompted(_ prompts: String?, _ name: String? = nil) -> Artifact {
        var contents: [ByteString: String] = ["config.json": bert]
        contents["config_sentence_transformers.json"] = prompts
        var environment = ["HF_MODEL_ID": "/opt/ml/model"]
        environment["DEFAULT_PROMPT_NAME"] = name
        return model(.tei, ["model.safetensors", "tokenizer.json"], environment, contents: contents)
    }

    private static let prompts: [RuleCase] = [
        .bad("missing-model-config", "a prompt that is no text", prompted(#"{"prompts": {"query": null}}"#), .error),
        .bad("missing-model-config", "a list of prompts", prompted(#"{"prompts": ["query: "]}"#), .error),
        .good("missing-model-config", "prompts", prompted(#"{"prompts": {"query": "query: "}, "x": 1}"#, "query")),
        .good("missing-model-config", "no prompts", prompted(#"{"prompts": null, "default_prompt_name": null}"#)),
        .bad("refused-setting", "another prompt", prompted(#"{"prompts": {"query": ""}}"#, "passage"), .error),
        .bad("refused-setting", "a prompt of no file", prompted(nil, "query"), .error),
        .good("refused-setting", "a prompt", prompted(#"{"prompts": {"query": ""}}"#, "query")),
    ]

    private static let lengths: [RuleCase] = [
        .bad("missing-model-config", "no length", lasting(#"{"max_seq_length": null}"#), .error),
        .bad("missing-model-config", "no word of a length", lasting(#"{"do_lower_case": false}"#), .error),
        .good("missing-model-config", "a length", lasting(#"{"max_seq_length": 512}"#)),
        .bad("missing-weights", "ONNX alone, for a GPU", onnx("tei:2.0.1-tei1.8.2-gpu-py310-cu122"), .error),
        .good("missing-weights", "ONNX alone, for a CPU", onnx("tei-cpu:2.0.1-tei1.8.2-cpu-py310")),
    ]

    private static func formed(_ files: [ByteString], _ environment: [String: String]) -> Artifact {
        model(.vllm, ["config.json", "tokenizer.json"] + files, environment)
    }

    private static let forms: [RuleCase] = [
        .bad(
            "missing-weights", "Mistral's form of others",
            formed(["model.safetensors"], ["SM_VLLM_LOAD_FORMAT": "mistral"]), .error),
        .good(
            "missing-weights", "Mistral's form",
            formed(["consolidated.safetensors", "params.json"], ["SM_VLLM_LOAD_FORMAT": "mistral"])),
        .bad(
            "missing-weights", "the form of PyTorch", formed(["m.safetensors"], ["SM_VLLM_LOAD_FORMAT": "pt"]), .error),
        .bad(
            "missing-weights", "safetensors of PyTorch's form",
            formed(["pytorch_model.bin"], ["SM_VLLM_LOAD_FORMAT": "safetensors"]), .error),
        .good("missing-weights", "safetensors", formed(["m.safetensors"], ["SM_VLLM_LOAD_FORMAT": "safetensors"])),
        .good("missing-weights", "a form of its own", formed(["m.bin"], ["SM_VLLM_LOAD_FORMAT": "tensorizer"])),
        .bad(
            "missing-model-config", "Mistral's configuration",
            formed(["m.safetensors"], ["SM_VLLM_CONFIG_FORMAT": "mistral"]), .error),
        .good(
            "missing-model-config", "Mistral's configuration is there",
            formed(["m.safetensors", "params.json"], ["SM_VLLM_CONFIG_FORMAT": "mistral"])),
        .bad(
            "refused-setting", "a template that is not there",
            formed(["m.safetensors"], ["SM_VLLM_CHAT_TEMPLATE": "/opt/ml/model/chat.jinja"]), .error),
        .good(
            "refused-setting", "a template",
            formed(["m.safetensors", "chat.jinja"], ["SM_VLLM_CHAT_TEMPLATE": "/opt/ml/model/chat.jinja"])),
        .bad(
            "refused-setting", "an adapter that is not there",
            formed(["m.safetensors"], ["SM_VLLM_LORA_MODULES": "a=/opt/ml/model/adapters/a"]), .error),
        .good(
            "refused-setting", "an adapter",
            formed(
                ["m.safetensors", "adapters/a/adapter_config.json"],
                ["SM_VLLM_LORA_MODULES": "a=/opt/ml/model/adapters/a"])),
    ]

    private static func handled(_ handler: String, _ files: ByteString..., path: String? = nil) -> Artifact {
        var environment = ["CUSTOM_FASTAPI_INVOCATION_HANDLER": handler]
        environment["SAGEMAKER_MODEL_PATH"] = path
        return formed(["m.safetensors"] + files, environment)
    }

    private static let handlers: [RuleCase] = [
        .bad("refused-setting", "a handler of vLLM", handled("/opt/ml/model/h.py:invoke"), .warning),
        .bad("refused-setting", "a handler of vLLM by its name", handled("h.py:Handler.invoke", "code/h.py"), .warning),
        .good("refused-setting", "a handler of vLLM", handled("/opt/ml/model/h.py:invoke", "h.py")),
        .good("refused-setting", "a handler of vLLM by its name", handled("code/h.py:invoke", "code/h.py")),
        .good("refused-setting", "a handler of vLLM by another way", handled("./h.py:invoke", "h.py")),
        .good("refused-setting", "a handler of vLLM elsewhere", handled("h.py:invoke", path: "/opt/handlers")),
        .good("refused-setting", "a handler of vLLM in the image", handled("/opt/h.py:invoke")),
        .good("refused-setting", "a module", handled("mine:invoke")),
        .good("refused-setting", "an address", handled("/v1/chat/completions")),
        .bad(
            "missing-inference-script", "a handler of the environment",
            model(
                .djlLMI, ["config.json", "model.safetensors", "tokenizer.json"], ["OPTION_ENTRYPOINT": "missing.py"]),
            .error
        ),
        .good(
            "missing-inference-script", "a handler of the environment",
            model(
                .djlLMI, ["config.json", "model.safetensors", "tokenizer.json", "handler.py"],
                ["OPTION_ENTRYPOINT": "handler.py"])),
        .good(
            "missing-inference-script", "a handler that another engine does not take",
            model(.djlLMI, ["config.json", "model.pt"], ["OPTION_ENTRYPOINT": "missing.py"])),
    ]
}
