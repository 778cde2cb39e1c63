import TestSupport

@testable import ModelArtifacts

/// What servers do before they load a model: which they take, what they make of it, and where a single file lies.
extension RuleCase {
    static let startups: [RuleCase] = [
        adapters, adaptersOfPaths, adaptersOfModels, besides, loaded, serialized, single, lists, misread,
    ].flatMap { $0 }

    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]
    private static let adapter: [ByteString] = ["adapter_config.json", "adapter_model.bin", "tokenizer.json"]

    /// An adapter that names its model so.
    private static func adapting(
        _ base: String, _ files: ByteString..., environment: [String: String] = ["HF_TASK": "text-generation"]
    ) -> Artifact {
        model(
            .huggingFace, ["adapter_model.safetensors", "tokenizer.json"] + files, environment,
            contents: ["adapter_config.json": #"{"peft_type": "LORA", "base_model_name_or_path": \#(base)}"#])
    }

    private static let adaptersOfPaths: [RuleCase] = [
        #""/home/me/llama""#, #""./out/llama""#, #""C:\\models\\llama""#, #""models/llama/7b""#,
    ].map { .bad("missing-model-config", "an adapter whose model is \($0)", adapting($0), .warning) }

    private static let adaptersOfModels: [RuleCase] = [
        .good("missing-model-config", "an adapter of a model of the Hub", adapting(#""meta-llama/Llama-3.1-8B""#)),
        .good("missing-model-config", "an adapter of a model without an owner", adapting(#""gpt2""#)),
        .good("missing-model-config", "an adapter of nothing that is known", adapting("null")),
        .good("missing-model-config", "an adapter of a model beside it", adapting(#""/opt/ml/model/base""#)),
        .good(
            "missing-model-config", "an adapter of a model in a channel",
            adapting(#""/opt/ml/additional-model-data-sources/base""#)),
        .good(
            "missing-model-config", "an adapter in a model",
            adapting(#""/home/me/llama""#, "config.json", "model.safetensors")),
        .good(
            "missing-model-config", "an adapter that a script loads",
            adapting(#""/home/me/llama""#, "code/inference.py", environment: [:])),
    ]

    private static let adapters: [RuleCase] = [
        .bad("missing-weights", "an adapter that TGI merges", model(.tgi, adapter, here), .warning),
        .good("missing-model-config", "an adapter that TGI merges", model(.tgi, adapter, here)),
        .good("missing-tokenizer", "that of the model", model(.tgi, Array(adapter.dropLast()), here)),
        .bad(
            "missing-model-config", "an adapter that TGI does not merge",
            model(.tgi, ["adapter_config.json", "adapter_model.safetensors", "tokenizer.json"], here), .error),
        .bad("missing-model-config", "an adapter without weights", model(.tgi, ["adapter_config.json"], here), .error),
    ]

    private static let hub = ["HF_MODEL_ID": "meta-llama/Llama-3.1-8B"]

    private static func released(_ tag: String) -> Artifact {
        model(
            .djlLMI, ["config.json", "model.safetensors", "tokenizer.json"], here, image: "djl-inference:" + tag)
    }

    private static let besides: [RuleCase] = [
        .bad("missing-model-config", "a text beside a model of the Hub", model(.djlLMI, ["README.md"], hub), .error),
        .bad(
            "missing-model-config", "adapters beside a model of the Hub",
            model(
                .djlLMI, ["adapters/a/adapter_config.json"], hub.merging(["OPTION_ENABLE_LORA": "true"]) { $1 }), .error
        ),
        .bad(
            "missing-model-config", "properties beside a model of the Hub",
            model(.djlLMI, [], hub, contents: ["serving.properties": "option.max_model_len=100\n"]), .error),
        .good(
            "missing-model-config", "the model by the other variable",
            model(.djlLMI, ["README.md"], ["OPTION_MODEL_ID": "meta-llama/Llama-3.1-8B"])),
        .good(
            "missing-model-config", "an engine",
            model(.djlLMI, ["README.md"], hub.merging(["OPTION_ENGINE": "Python"]) { $1 })),
        .good("missing-model-config", "the directory itself", model(.djlLMI, ["model_index.json"], here)),
        .bad("missing-model-config", "the directory itself, of nothing", model(.djlLMI, ["model.txt"], here), .error),
        .bad(
            "missing-model-config", "the directory itself, of nothing, by the other variable",
            model(.djlLMI, ["model.txt"], ["OPTION_MODEL_ID": "/opt/ml/model"]), .error),
        .good(
            "missing-model-config", "the directory itself, for another engine",
            model(.djlLMI, ["model.txt"], ["OPTION_MODEL_ID": "/opt/ml/model", "OPTION_ENGINE": "Rust"])),
        .good(
            "missing-model-config", "the directory itself, by the other variable",
            model(
                .djlLMI, ["config.json", "model.safetensors", "tokenizer.json"], ["OPTION_MODEL_ID": "/opt/ml/model"])),
        .bad(
            "artifact-not-used", "nearly the directory", model(.tgi, ["a"], ["HF_MODEL_ID": "/opt/ml/Models"]), .error),
        .bad(
            "artifact-not-used", "a directory of the image", model(.tgi, ["a"], ["HF_MODEL_ID": "/models/m"]), .warning),
        .bad(
            "artifact-not-used", "two models",
            model(.djlLMI, ["config.json", "model.safetensors", "tokenizer.json"], hub), .warning),
        .bad("artifact-not-used", "the directory itself, twice", released("0.26.0-deepspeed0.12.6-cu121"), .warning),
        .good("artifact-not-used", "the directory itself, once", released("0.27.0-deepspeed0.12.6-cu121")),
        .good(
            "artifact-not-used", "a release that does not read the variable", released("0.22.1-deepspeed0.9.2-cu118")),
        .good("artifact-not-used", "no release", released("latest")),
        .good(
            "artifact-not-used", "handlers for vLLM",
            model(.vllm, ["model.py", "requirements.txt"], ["SM_VLLM_MODEL": "a/b"])),
        .good(
            "artifact-not-used", "handlers of another name, for SGLang",
            model(.sglang, ["h.py"], ["SM_SGLANG_MODEL_PATH": "a/b", "CUSTOM_SCRIPT_FILENAME": "h.py"])),
        .good(
            "artifact-not-used", "a handler by its function",
            model(.vllm, ["h.py"], ["SM_VLLM_MODEL": "a/b", "CUSTOM_FASTAPI_PING_HANDLER": "h.py:ping"])),
        .bad(
            "artifact-not-used", "a script that nobody names, for vLLM",
            model(.vllm, ["h.py"], ["SM_VLLM_MODEL": "a/b"]), .warning),
        .bad(
            "artifact-not-used", "handlers that are not there",
            model(.vllm, ["a.txt"], ["SM_VLLM_MODEL": "a/b", "CUSTOM_SCRIPT_FILENAME": "h.py"]), .warning),
        .good(
            "artifact-not-used", "the directory itself",
            model(.djlLMI, ["config.json", "model.safetensors", "tokenizer.json"], here)),
    ]

    private static let pipeline: [ByteString] = [
        "model_index.json", "unet/config.json", "unet/diffusion_pytorch_model.safetensors",
    ]

    private static func loading(_ value: String, _ files: [ByteString]) -> Artifact {
        model(.djlLMI, files, ["SERVING_LOAD_MODELS": value])
    }

    private static let loaded: [RuleCase] = [
        .good("missing-model-config", "an engine that is told", loading("test::Python=/opt/ml/model", pipeline)),
        .good("missing-model-config", "in brackets", loading("[test::MPI:*]=file:///opt/ml/model/", pipeline)),
        .good("missing-model-config", "nothing", loading("none", ["a"])),
        .bad("missing-model-config", "no engine", loading("test=/opt/ml/model", pipeline), .error),
        .bad("missing-model-config", "all", loading("ALL", pipeline), .error),
        .bad(
            "missing-model-config", "one of two",
            loading("a::Python=/opt/ml/model/a,b=/opt/ml/model/b", ["a/x", "b/y"]), .error),
        .good("missing-model-config", "one of two", loading("a::Python=/opt/ml/model/a", ["a/x", "b/y", "c"])),
        .bad("artifact-not-used", "an address", loading("m=djl://ai.djl.zoo/mlp", ["config.json"]), .warning),
        .good("artifact-not-used", "an engine that is told", loading("test::Python=/opt/ml/model", pipeline)),
        .bad(
            "artifact-not-used", "another model in the place of the one that is loaded",
            model(
                .djlLMI, ["m/config.json", "m/model.safetensors", "m/tokenizer.json"],
                ["SERVING_LOAD_MODELS": "m=/opt/ml/model/m", "OPTION_MODEL_ID": "s3://mybucket/m/"]), .warning),
        .bad(
            "lmi-model-id", "an archive, for an engine that is told",
            model(
                .djlLMI, [], ["SERVING_LOAD_MODELS": "test::MPI=/opt/ml/model"],
                contents: ["serving.properties": "option.model_id=s3://mybucket/model.tar.gz\n"]), .error),
    ]

    private static func repository(_ configuration: String, _ file: ByteString) -> Artifact {
        model(.triton, [file], contents: ["m/config.pbtxt": configuration])
    }

    private static let serialized: [RuleCase] = [
        .good("triton-no-model-file", "a pipeline in Python", repository("backend: \"dali\"", "m/1/dali.py")),
        .good(
            "triton-no-model-file", "a pipeline in Python in place of another",
            repository("backend: \"dali\" default_model_filename: \"a.dali\"", "m/1/dali.py")),
        .bad(
            "triton-no-model-file", "a pipeline of another name", repository("backend: \"dali\"", "m/1/pipeline.py"),
            .error),
        .bad(
            "triton-no-model-file", "a pipeline for another backend",
            repository("backend: \"python\"", "m/1/dali.py"), .error),
    ]

    private static func alone(
        _ name: ByteString, _ framework: Framework, as combination: Combination = Combination(.object, .none)
    ) -> Artifact {
        Artifact.file(name, "a file", as: combination).served(by: framework)
    }

    private static let plainTar = Artifact.file("m.tar.gz", "a plain tar archive", isNamedTarGzip: true)

    private static let single: [RuleCase] = [
        .bad("missing-model-config", "weights alone", alone("model.safetensors", .huggingFace), .error),
        .bad(
            "missing-model-config", "weights alone below a prefix",
            alone("w.bin", .vllm, as: Combination(.prefix, .none)), .error),
        .bad("no-saved-model", "a file alone", alone("saved_model.pb", .tensorFlowServing), .error),
        .bad("triton-ambiguous-model", "a file alone", alone("model.onnx", .triton), .error),
        .good("missing-weights", "a model of llama.cpp alone", alone("m.gguf", .llamaCpp)),
        // Of what SageMaker does not unpack no container makes anything.
        .bad("not-a-gzip-tar", "for a container", plainTar.served(by: .pytorch), .error),
        .good("missing-inference-script", "in what is no archive", plainTar.served(by: .pytorch)),
        .good(
            "missing-model-config", "in an archive alone",
            Artifact.file("m.zip", "a zip archive").with { $0.content?.kind = .zip }.served(by: .vllm)),
        .good("missing-weights", "a booster alone", alone("xgboost-model", .xgboost)),
        .good(
            "missing-model-config", "what is to be unpacked, and is no archive",
            alone("a", .vllm, as: Combination(.object, .gzip))),
    ]

    private static func listed(_ text: String, _ others: ByteString...) -> Artifact {
        model(
            .pytorch, ["model.pth", "code/inference.py"] + others, contents: ["code/requirements.txt": text])
    }

    private static let lists: [RuleCase] = [
        .bad("broken-requirements", "a list that is not there", listed("-r other.txt\n"), .error),
        .bad("broken-requirements", "constraints that are not there", listed("numpy\n--constraint=./c.txt\n"), .error),
        .bad("broken-requirements", "a list at the top", listed("-r other.txt\n", "other.txt"), .error),
        .bad("broken-requirements", "a whole path", listed("-c /opt/ml/model/code/c.txt # x\n"), .error),
        .good(
            "broken-requirements", "a list",
            listed("-rother.txt\n--constraint ./more/c.txt\n", "code/other.txt", "code/more/c.txt")),
        .good("broken-requirements", "a whole path", listed("-c /opt/ml/model/c.txt\n", "c.txt")),
        .good(
            "broken-requirements", "lists that nobody sees",
            listed("-r ../other.txt\n-r https://example.com/a.txt\n-r ${A}.txt\n-c /etc/c.txt\n--require-hashes\n")),
        .bad("broken-requirements", "an option with a value", listed("--target=x\n"), .error),
        .bad("broken-requirements", "another option of the command", listed("--use-pep517 numpy\n"), .error),
        .good(
            "broken-requirements", "options", listed("--pre\n--prefer-binary\n--trusted-host a\n--only-binary=:all:\n")),
        .bad("broken-requirements", "a bracket that nobody closes", listed("pkg[extra\n"), .error),
        .bad("broken-requirements", "a bracket that nobody opened", listed("pkg]\n"), .error),
        .good("broken-requirements", "brackets", listed("pkg[]\npkg[a, b]>=1\n")),
    ]

    private static func named(_ architecture: String, _ environment: [String: String]? = nil, _ others: ByteString...)
        -> Artifact
    {
        model(
            .huggingFace, ["model.safetensors", "preprocessor_config.json"] + others, environment,
            contents: ["config.json": #"{"architectures": ["\#(architecture)"]}"#])
    }

    private static let misread: [RuleCase] = [
        .bad("unknown-task", "sound, without a tokenizer", named("Wav2Vec2ForSequenceClassification"), .error),
        .bad("unknown-task", "sound", named("HubertForSequenceClassification", nil, "vocab.json"), .warning),
        .bad(
            "unknown-task", "sound of two models", named("SpeechEncoderDecoderModel", nil, "tokenizer.json"), .warning),
        .bad(
            "unknown-task", "images of two models", named("VisionEncoderDecoderModel", nil, "tokenizer.json"), .warning),
        .bad("unknown-task", "images", named("BlipForConditionalGeneration", nil, "tokenizer.json"), .warning),
        .bad("unknown-task", "questions about images", named("ViltForQuestionAnswering", nil, "vocab.txt"), .warning),
        .good(
            "unknown-task", "sound with its task",
            named("Wav2Vec2ForSequenceClassification", ["HF_TASK": "audio-classification"])),
        .good("missing-tokenizer", "sound", named("Wav2Vec2ForSequenceClassification")),
        .good("unknown-task", "text", named("BertForSequenceClassification", nil, "vocab.txt")),
        .good("unknown-task", "two models of text", named("EncoderDecoderModel", nil, "vocab.txt")),
    ]
}
