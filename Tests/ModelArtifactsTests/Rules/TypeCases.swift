@testable import ModelArtifacts

/// Models of which config.json does not tell the type.
extension RuleCase {
    private static func typeless(
        _ framework: Framework, _ configuration: String = #"{"architectures": ["BertForSequenceClassification"]}"#,
        _ environment: [String: String] = [:], with files: ByteString...
    ) -> Artifact {
        let named = framework == .tgi ? ["HF_MODEL_ID": "/opt/ml/model"] : [:]
        return model(
            framework, ["model.safetensors", "tokenizer.json"] + files, environment.merging(named) { one, _ in one },
            contents: ["config.json": configuration])
    }

    private static let embeddings = ["HF_TASK": "feature-extraction"]

    static let withoutTypes: [RuleCase] = [
        .bad("missing-model-config", "no type, for TGI", typeless(.tgi), .error),
        .bad("missing-model-config", "a type that is null, for TGI", typeless(.tgi, #"{"model_type": null}"#), .error),
        .good("missing-model-config", "a type, for TGI", typeless(.tgi, #"{"model_type": "llama"}"#)),
        .good("missing-model-config", "Mamba, for TGI", typeless(.tgi, #"{"d_model": 768, "ssm_cfg": {}}"#)),
        .good("missing-model-config", "Medusa, for TGI", typeless(.tgi, #"{"medusa_num_heads": 3}"#)),
        .good(
            "missing-model-config", "what another file tells, for TGI",
            typeless(.tgi, #"{"configuration_files": ["config.4.0.0.json"]}"#)),
        .good(
            "missing-model-config", "a configuration that is not known",
            model(.tgi, ["config.json", "model.safetensors", "tokenizer.json"], ["HF_MODEL_ID": "/opt/ml/model"])),
        .bad("missing-model-config", "no type of a classifier", typeless(.huggingFace), .warning),
        .bad(
            "missing-model-config", "no type of what makes embeddings",
            typeless(.huggingFace, #"{"architectures": ["BertModel"]}"#, embeddings), .warning),
        .good(
            "missing-model-config", "a type of a classifier",
            typeless(
                .huggingFace, #"{"architectures": ["BertForSequenceClassification"], "model_type": "bert"}"#)),
        .good(
            "missing-model-config", "no type of an OPT",
            typeless(.huggingFace, #"{"architectures": ["OPTForCausalLM"]}"#)),
        .good(
            "missing-model-config", "no type where the architecture is tried",
            typeless(.huggingFace, #"{"architectures": ["BertForMaskedLM"]}"#)),
        .good(
            "missing-model-config", "no type of code of the model's own",
            typeless(
                .huggingFace, #"{"architectures": ["AForCausalLM"], "auto_map": {"AutoConfig": "b/c--a.AConfig"}}"#)),
        .good(
            "missing-model-config", "no type where a script loads the model",
            typeless(.huggingFace, with: "code/inference.py")),
    ]
}
