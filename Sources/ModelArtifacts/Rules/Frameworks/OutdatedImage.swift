/// Finds models that are newer than the transformers in the image.
final class OutdatedImage: FrameworkCheck {
    static let kind = ContainerFault.Kind.outdatedImage
    static let frameworks: Set<Framework>? = [.huggingFace, .tgi, .tei, .djlLMI, .vllm, .sglang]

    static let rule = Rule(
        "outdated-image", .warning, "the image has a transformers that does not know the model",
        explanation: """
            The tag of Hugging Face's images tells the version of transformers in them, which knows the types of models that there \
            were when it was released. A newer type, as gemma3 with transformers 4.49 or qwen3 with 4.48, fails with "Transformers \
            does not recognize this architecture", and a tokenizer that transformers 5 saved with "Tokenizer class \
            TokenizersBackend does not exist", also in TGI, no release of which has transformers 5. One whose merges are pairs, as \
            tokenizers 0.20 and later write them, fails with "data did not match any variant of untagged enum ModelWrapper" where \
            transformers is older than 4.45, TGI than 2.3.1, Text Embeddings Inference than 1.6.1, or LMI of DJL than 0.30. Only types \
            that many people deploy are known here. Nothing is said of other images, where code/requirements.txt may bring another version, and where \
            a script, or code of the model's own, loads the model.
            """,
        remedy: "take an image with a later transformers, or install one by code/requirements.txt",
        example: Rule.Example(
            bad:
                "config.json: {\"model_type\": \"gemma3_text\"}, huggingface-pytorch-inference:2.6.0-transformers4.49.0-…",
            good:
                "config.json: {\"model_type\": \"gemma3_text\"}, huggingface-pytorch-inference:2.6.0-transformers4.51.3-…"
        ),
        source: "https://github.com/huggingface/transformers/issues/38500")
}
