@testable import ModelArtifacts

/// Models that are newer than what the image has to load them.
extension RuleCase {
    private static func tagged(
        _ version: String, _ configuration: String, tokenizer: String = "{}", _ files: ByteString...,
        repository: String = "huggingface-pytorch-inference"
    ) -> Artifact {
        model(
            .huggingFace, ["model.safetensors", "tokenizer.json"] + files,
            contents: ["config.json": configuration, "tokenizer_config.json": tokenizer],
            image: "\(repository):2.6.0-transformers\(version)-gpu-py312")
    }

    private static let gemma = #"{"model_type": "gemma3_text", "architectures": ["Gemma3ForCausalLM"]}"#
    private static let mistral = #"{"model_type": "mistral", "architectures": ["MistralForCausalLM"]}"#
    private static let llama = #"{"model_type": "llama", "architectures": ["LlamaForCausalLM"]}"#
    private static let remote =
        #"{"model_type": "gemma3_text", "architectures": ["AForCausalLM"], "auto_map": {"AutoConfig": "a.A"}}"#
    private static let images = #"{"model_type": "vit", "architectures": ["ViTForImageClassification"]}"#
    private static let backend = #"{"tokenizer_class": "TokenizersBackend"}"#

    private static func newTokenizer(_ framework: Framework, _ image: String) -> Artifact {
        let variable = framework == .tgi ? "HF_MODEL_ID" : "SM_VLLM_MODEL"
        return model(
            framework, ["model.safetensors", "tokenizer.json"], [variable: "/opt/ml/model"],
            contents: ["config.json": llama, "tokenizer_config.json": backend], image: image)
    }

    /// A model whose tokenizer.json has these merges.
    private static func merging(
        _ merges: String, _ version: String, _ files: ByteString..., tokenizer: String = "{}", member: String = "model",
        environment: [String: String]? = nil
    ) -> Artifact {
        model(
            .huggingFace, ["model.safetensors"] + files, environment,
            contents: [
                "config.json": llama, "tokenizer_config.json": tokenizer,
                "tokenizer.json": #"{"added_tokens": [], "\#(member)": {"vocab": {"a": 0}, "merges": \#(merges)}}"#,
            ],
            image: "huggingface-pytorch-inference:2.1.0-transformers\(version)-gpu-py310")
    }

    private static let pairs = #"[["a", "b"], ["ab", "c"]]"#

    /// The same for a server of models of language or embeddings.
    private static func merging(
        for framework: Framework, _ image: String, merges: String = pairs, _ files: ByteString...
    ) -> Artifact {
        model(
            framework, ["model.safetensors"] + files,
            framework == .djlLMI ? [:] : ["HF_MODEL_ID": "/opt/ml/model", "POOLING": "mean"],
            contents: [
                "config.json":
                    #"{"model_type": "qwen2", "architectures": ["Qwen2Model"], "max_position_embeddings": 9}"#,
                "tokenizer_config.json": "{}", "tokenizer.json": #"{"model": {"merges": \#(merges)}}"#,
            ],
            image: image)
    }

    private static let tgi = "huggingface-pytorch-tgi-inference:2.4.0-tgi"

    static let pairedMergesOfServers: [RuleCase] = [
        .bad("outdated-image", "merges of later, for TGI", merging(for: .tgi, tgi + "2.3.0-gpu-py311"), .warning),
        .bad(
            "outdated-image", "merges of later, for TEI", merging(for: .tei, "tei:2.0.1-tei1.6.0-gpu-py310"), .warning),
        .bad(
            "outdated-image", "merges of later, for LMI",
            merging(for: .djlLMI, "djl-inference:0.29.0-lmi11.0.0-cu124"), .warning),
        .good(
            "outdated-image", "merges that LMI reads",
            merging(for: .djlLMI, "djl-inference:0.30.0-lmi12.0.0-cu124")),
        .good(
            "outdated-image", "merges, for LMI with packages of one's own",
            merging(for: .djlLMI, "djl-inference:0.29.0-lmi11.0.0-cu124", "requirements.txt")),
        .good(
            "outdated-image", "merges, for another image of DJL",
            merging(for: .djlLMI, "djl-inference:0.29.0-neuronx-sdk2.19.1")),
        .good("outdated-image", "merges that TGI reads", merging(for: .tgi, tgi + "2.3.1-gpu-py311")),
        .good("outdated-image", "merges that TEI reads", merging(for: .tei, "tei-cpu:2.0.1-tei1.6.1-cpu-py310")),
        .good(
            "outdated-image", "merges as of old, for TEI",
            merging(for: .tei, "tei:2.0.1-tei1.4.0-gpu-py310", merges: #"["a b"]"#)),
        .good(
            "outdated-image", "another tokenizer beside it, for TGI",
            merging(for: .tgi, tgi + "2.2.0-gpu-py310", "tokenizer.model")),
        .good("outdated-image", "merges, for an image of one's own", merging(for: .tgi, "mine:tgi2.2.0")),
    ]

    static let pairedMerges: [RuleCase] = [
        .bad("outdated-image", "merges of later", merging(pairs, "4.37.0"), .warning),
        .bad("outdated-image", "merges for the last that does not read them", merging(pairs, "4.44.2"), .warning),
        .good("outdated-image", "merges that it reads", merging(pairs, "4.45.0")),
        .good("outdated-image", "merges as of old", merging(#"["a b", "ab c"]"#, "4.37.0")),
        .good("outdated-image", "no merges", merging("[]", "4.37.0")),
        .good("outdated-image", "merges of something else", merging(pairs, "4.37.0", member: "post_processor")),
        .good("outdated-image", "merges for what is installed", merging(pairs, "4.37.0", "code/requirements.txt")),
        .good("outdated-image", "merges for a script", merging(pairs, "4.37.0", "code/inference.py")),
        .good(
            "outdated-image", "merges for a tokenizer of the model's own",
            merging(pairs, "4.37.0", "t.py", tokenizer: #"{"auto_map": {"AutoTokenizer": ["t.T", null]}}"#)),
        .good(
            "outdated-image", "merges that are not looked at",
            merging(
                pairs, "4.37.0", "preprocessor_config.json", environment: ["HF_TASK": "image-classification"])),
    ]

    static let outdatedImages: [RuleCase] = [
        .bad("outdated-image", "a type of later", tagged("4.49.0", gemma), .warning),
        .bad("outdated-image", "a type of later than old images", tagged("4.28.1", mistral), .warning),
        .good("outdated-image", "a type that it knows", tagged("4.51.3", gemma)),
        .good("outdated-image", "the version that first knew it", tagged("4.34.0", mistral)),
        .good("outdated-image", "a type that all know", tagged("4.28.1", llama)),
        .good("outdated-image", "a type that nobody told of", tagged("4.28.1", #"{"model_type": "mine"}"#)),
        .good("outdated-image", "another version that is installed", tagged("4.49.0", gemma, "code/requirements.txt")),
        .good("outdated-image", "a script", tagged("4.49.0", gemma, "code/inference.py")),
        .good("outdated-image", "code of the model's own", tagged("4.49.0", remote, "a.py")),
        .good("outdated-image", "an image of one's own", tagged("4.49.0", gemma, repository: "mine")),
        .good(
            "outdated-image", "an image for accelerators",
            tagged("4.49.0", gemma, repository: "huggingface-pytorch-inference-neuronx")),
        .bad("outdated-image", "a tokenizer of later", tagged("4.51.3", llama, tokenizer: backend), .warning),
        .good("outdated-image", "a tokenizer that it knows", tagged("5.5.3", llama, tokenizer: backend)),
        .good("outdated-image", "another tokenizer", tagged("4.51.3", llama)),
        .bad(
            "missing-tokenizer", "a class of an old conversion",
            tagged("4.51.3", llama, tokenizer: #"{"tokenizer_class": "LLaMATokenizer"}"#), .warning),
        .bad("outdated-image", "a tokenizer of later, for TGI", newTokenizer(.tgi, "tgi:3.3.6"), .warning),
        .bad(
            "outdated-image", "a tokenizer of later, for vLLM",
            newTokenizer(.vllm, "huggingface-vllm:0.17.0-transformers4.57.5-gpu-py312"), .warning),
        .good(
            "outdated-image", "a tokenizer that vLLM knows",
            newTokenizer(.vllm, "huggingface-vllm:0.21.0-transformers5.8.1-gpu-py312")),
        .good("outdated-image", "a tokenizer, for an image that does not tell", newTokenizer(.vllm, "vllm:0.20.0-gpu")),
        .good(
            "outdated-image", "a tokenizer that is not loaded",
            tagged("4.51.3", images, tokenizer: backend, "preprocessor_config.json")
                .with { $0.container?.environment = ["HF_TASK": "image-classification"] }),
    ]

    private static func vllm(_ image: String, _ environment: [String: String]?) -> Artifact {
        model(.vllm, ["config.json", "model.safetensors", "tokenizer.json"], environment, image: image)
    }

    private static let old = "vllm:0.11.2-gpu-py312-cu129-ubuntu22.04-sagemaker"

    private static func listed(_ framework: Framework, _ line: String, _ environment: [String: String]? = nil)
        -> Artifact
    {
        model(
            framework, ["config.json", "model.safetensors", "tokenizer.json"], environment,
            contents: ["requirements.txt": line + "\n"])
    }

    static let listsOfServers: [RuleCase] = [
        .bad("broken-requirements", "of conda, for vLLM", listed(.vllm, "numpy=1.26.4=py310_0"), .warning),
        .good("broken-requirements", "at the top, for SGLang", listed(.sglang, "<<<<<<< HEAD")),
        .good("broken-requirements", "for vLLM", listed(.vllm, "numpy==1.26.4")),
        .good(
            "broken-requirements", "that vLLM does not install",
            listed(.vllm, "numpy=1.26.4=py310_0", ["STANDARD_AUTO_INSTALL_REQ": "false"])),
        .good("broken-requirements", "at the top, for TGI", listed(.tgi, "numpy=1.26.4=py310_0")),
    ]

    /// Images of vLLM that look nowhere by themselves.
    static let imagesWithoutModel: [RuleCase] = [
        .bad("artifact-not-used", "an old image of vLLM", vllm(old, ["SM_VLLM_MAX_MODEL_LEN": "4096"]), .error),
        .bad("artifact-not-used", "an old image of vLLM, nobody knows how", vllm(old, nil), .note),
        .good("artifact-not-used", "an old image of vLLM that is told", vllm(old, ["SM_VLLM_MODEL": "/opt/ml/model"])),
        .good("artifact-not-used", "an image of vLLM that looks", vllm("vllm:0.17.1-gpu-py312", [:])),
        .good("artifact-not-used", "an image of one's own", vllm("vllm:0.11.0", [:])),
        .good("artifact-not-used", "an image of vLLM without a version", vllm("vllm:latest", [:])),
        .good("artifact-not-used", "another image", vllm("huggingface-vllm:0.14.0-transformers4.57.3-gpu-py312", [:])),
    ]
}
