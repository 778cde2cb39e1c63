@testable import ModelArtifacts

/// Models that read images or sound beside text, with and without what reads these.
extension RuleCase {
    private static func seeing(
        _ framework: Framework, _ type: String = "qwen2_5_vl", architecture: String = "AForConditionalGeneration",
        with files: ByteString..., rest: String = #""vision_config": {}"#, environment: [String: String] = [:]
    ) -> Artifact {
        let configuration = #"{"model_type": "\#(type)", "architectures": ["\#(architecture)"], \#(rest)}"#
        let named = framework == .tgi ? ["HF_MODEL_ID": "/opt/ml/model"] : [:]
        return model(
            framework, ["model.safetensors", "tokenizer.json"] + files, environment.merging(named) { one, _ in one },
            contents: ["config.json": configuration])
    }

    static let processors: [RuleCase] =
        [Framework.vllm, .sglang, .tgi, .djlLMI].map {
            .bad("missing-model-config", "what reads images, for \($0.title)", seeing($0), .warning)
        } + [
            .bad(
                "missing-model-config", "what reads sound, for vLLM",
                seeing(.vllm, "whisper", rest: #""d_model": 1"#), .warning),
            .bad(
                "missing-model-config", "what reads images, for transformers",
                seeing(.huggingFace, environment: ["HF_TASK": "image-text-to-text"]), .error),
            .good(
                "missing-model-config", "what reads images is there", seeing(.vllm, with: "preprocessor_config.json")),
            .good("missing-model-config", "what reads images and more", seeing(.sglang, with: "processor_config.json")),
            .good(
                "missing-model-config", "a part that reads no images",
                seeing(.vllm, "gemma3_text", architecture: "Gemma3ForCausalLM", rest: #""hidden_size": 1"#)),
            .good("missing-model-config", "a type that nobody told of", seeing(.vllm, "mine")),
            .good("missing-model-config", "another framework's form", seeing(.vllm, "mistral3", with: "params.json")),
            .good(
                "missing-model-config", "text alone is asked for",
                seeing(.vllm, environment: ["SM_VLLM_LIMIT_MM_PER_PROMPT": #"{"image": 0}"#])),
        ]
}
