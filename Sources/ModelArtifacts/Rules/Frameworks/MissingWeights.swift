/// Finds models whose weights the container will not find.
final class MissingWeights: FrameworkCheck {
    static let kind = ContainerFault.Kind.missingWeights
    static let frameworks: Set<Framework>? = [
        .huggingFace, .djlLMI, .tgi, .tei, .vllm, .sglang, .llamaCpp, .xgboost, .pytorch, .torchserve,
    ]

    static let rule = Rule(
        "missing-weights", .error, "there are no weights that the container would load",
        explanation: """
            Every container looks for weights under certain names in a certain place: model.safetensors or pytorch_model.bin or \
            an index of shards (Hugging Face, TEI), *.safetensors at the top (vLLM, SGLang, TGI), *.gguf at most one directory \
            deep (llama.cpp), any file at the top (XGBoost). Weights of another name or format, as model.fp16.safetensors, are \
            downloaded and not loaded. TGI converts *.bin at each start, which needs a writable directory, and llama.cpp takes the \
            first *.gguf by its name, be it only the projector: warnings. Of a model archive of TorchServe that is unpacked, \
            MAR-INF/MANIFEST.json names the weights, and of a pipeline of diffusers model_index.json the parts, each with weights of no variant.
            """,
        remedy: "put the weights where the container looks, in a form that it loads",
        example: Rule.Example(
            bad: "config.json, weights/model.fp16.safetensors",
            good: "config.json, model.safetensors"),
        source: "https://github.com/huggingface/transformers/blob/main/src/transformers/modeling_utils.py")
}
