/// Finds models whose task the Hugging Face container cannot tell.
final class UnknownTask: FrameworkCheck {
    static let kind = ContainerFault.Kind.unknownTask
    static let frameworks: Set<Framework>? = [.huggingFace]

    static let rule = Rule(
        "unknown-task", .error, "the container cannot tell the task of the model from its configuration",
        explanation: """
            Without HF_TASK and without a script SageMaker's Hugging Face container derives the task from the first name in \
            architectures of config.json, which has to end with ForCausalLM, ForSequenceClassification, ForMaskedLM or another of \
            a list of twelve. BertModel, WhisperForAudioClassification, CLIPModel and models without architectures fail with "Task \
            couldn't be inferenced". A task in HF_TASK that transformers does not know fails with "Unknown task" (a \
            warning where a script may do without it). Of Whisper, Wav2Vec2, BLIP and others \
            that take sound or images a task of text is derived (a warning; an error without a tokenizer, which that loads). A variable that the image itself sets is not known here.
            """,
        remedy: "set HF_TASK in the environment, or add code/inference.py",
        example: Rule.Example(
            bad: "config.json: {\"architectures\": [\"BertModel\"]}",
            good: "config.json: {\"architectures\": [\"BertModel\"]}, HF_TASK=feature-extraction"),
        source:
            "https://github.com/aws/sagemaker-huggingface-inference-toolkit/blob/main/src/sagemaker_huggingface_inference_toolkit/transformers_utils.py"
    )
}
