/// Finds models of language without a tokenizer.
final class MissingTokenizer: FrameworkCheck {
    static let kind = ContainerFault.Kind.missingTokenizer
    static let frameworks: Set<Framework>? = [.huggingFace, .djlLMI, .tgi, .tei, .vllm, .sglang]

    static let rule = Rule(
        "missing-tokenizer", .warning, "there is no tokenizer beside the model",
        explanation: """
            A model of language is of no use without the tokenizer that it was trained with, and training code often saves the \
            model alone. Containers say "Can't load tokenizer" and stop; Text Embeddings Inference needs tokenizer.json, the fast \
            one, and nothing else will do (an error there, as one that a pipeline of diffusers \
            names). Of tokenizers of the best known classes a tokenizer_config.json alone is not enough, without tokenizer.json, \
            vocab.txt, tokenizer.model or the like, nor is vocab.json for those of GPT-2, RoBERTa, Qwen2 and others that need merges.txt, too. Not reported for tasks and models of images and sound, which have a \
            preprocessor, unless config.json or HF_TASK tells that they take or answer in text as well, and where code of the model's own lies beside it.
            """,
        remedy: "save the tokenizer into the same directory with save_pretrained",
        example: Rule.Example(
            bad: "config.json, model.safetensors",
            good: "config.json, model.safetensors, tokenizer.json, tokenizer_config.json"),
        source: "https://github.com/aws/sagemaker-huggingface-inference-toolkit/issues/31")
}
