/// The tasks that pipelines of transformers know.
///
/// Source: `SUPPORTED_TASKS` and `TASK_ALIASES` in `pipelines/__init__.py` of huggingface/transformers, in all releases together;
/// `text-to-image`, which the container adds; those of sentence transformers, which huggingface/huggingface-inference-toolkit adds.
enum TransformersTask {
    private static let names: Set<String> = [
        "any-to-any", "audio-classification", "automatic-speech-recognition", "conversational", "depth-estimation",
        "document-question-answering", "feature-extraction", "fill-mask", "image-classification",
        "image-feature-extraction", "image-segmentation", "image-text-to-text", "image-to-image", "image-to-text",
        "keypoint-matching", "mask-generation", "ner", "object-detection", "question-answering", "sentiment-analysis",
        "summarization", "table-question-answering", "text-classification", "text-generation", "text-to-audio",
        "text-to-image", "text-to-speech", "text2text-generation", "token-classification", "translation",
        "video-classification", "visual-question-answering", "vqa", "zero-shot-audio-classification",
        "zero-shot-classification", "zero-shot-image-classification", "zero-shot-object-detection",
        "promptable-concept-segmentation", "promptable-visual-segmentation", "sentence-embeddings",
        "sentence-ranking", "sentence-similarity",
    ]

    /// Whether it is one of them, or a translation from one language to another as `translation_en_to_de`.
    static func isKnown(_ task: String) -> Bool { names.contains(task) || task.hasPrefix("translation_") }
}
