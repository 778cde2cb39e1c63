/// The class that loads a model of transformers, by its `config.json`.
enum ModelArchitecture {
    /// What the file says.
    enum Answer: Hashable {
        /// The first of `architectures`.
        case named(String)
        /// It names none.
        case absent
    }

    /// How the names end from which SageMaker's Hugging Face container derives a task.
    ///
    /// Source: `ARCHITECTURES_2_TASK` in `transformers_utils.py` of aws/sagemaker-huggingface-inference-toolkit.
    static let withTask = [
        "TapasForQuestionAnswering", "ForQuestionAnswering", "ForTokenClassification", "ForSequenceClassification",
        "ForMultipleChoice", "ForMaskedLM", "ForCausalLM", "ForConditionalGeneration", "MTModel", "EncoderDecoderModel",
        "GPT2LMHeadModel", "T5WithLMHeadModel",
    ]

    /// The tasks of transformers' pipelines for which architectures are that the container derives none from, by how their names end.
    ///
    /// Source: `MODEL_FOR_…_MAPPING_NAMES` in `models/auto/modeling_auto.py` of transformers, `SUPPORTED_TASKS` in its
    /// `pipelines/__init__.py`.
    private static let tasks: [(ending: String, task: String)] = [
        ("ForImageClassification", "image-classification"), ("ForVideoClassification", "video-classification"),
        ("ForObjectDetection", "object-detection"), ("ForZeroShotObjectDetection", "zero-shot-object-detection"),
        ("ForDepthEstimation", "depth-estimation"), ("ForSemanticSegmentation", "image-segmentation"),
        ("ForImageSegmentation", "image-segmentation"), ("ForInstanceSegmentation", "image-segmentation"),
        ("ForUniversalSegmentation", "image-segmentation"), ("ForMaskGeneration", "mask-generation"),
        ("ForAudioClassification", "audio-classification"), ("ForCTC", "automatic-speech-recognition"),
        ("ForSpeechSeq2Seq", "automatic-speech-recognition"), ("ForTextToWaveform", "text-to-audio"),
        ("ForVisualQuestionAnswering", "visual-question-answering"), ("CLIPModel", "zero-shot-image-classification"),
        ("SiglipModel", "zero-shot-image-classification"), ("ClapModel", "zero-shot-audio-classification"),
        ("ForImageTextToText", "image-text-to-text"), ("LMHeadModel", "text-generation"),
    ]

    /// A task for which an architecture is: of a bare model, what it makes of its input.
    static func task(of name: String) -> String {
        tasks.first { name.hasSuffix($0.ending) }?.task ?? "feature-extraction"
    }

    /// A task that the container derives from an architecture, and that takes nothing but text.
    struct Misreading {
        let derived: String
        /// What the model takes, as a word.
        let input: String
        /// The task that it is for.
        let task: String
    }

    /// How names of architectures begin and end of which the derived task is another than they are for.
    ///
    /// Source: `ARCHITECTURES_2_TASK` in `transformers_utils.py` of aws/sagemaker-huggingface-inference-toolkit;
    /// `MODEL_FOR_AUDIO_CLASSIFICATION_MAPPING_NAMES`, `MODEL_FOR_SPEECH_SEQ_2_SEQ_MAPPING_NAMES`,
    /// `MODEL_FOR_VISION_2_SEQ_MAPPING_NAMES` and `MODEL_FOR_VISUAL_QUESTION_ANSWERING_MAPPING_NAMES` in
    /// `models/auto/modeling_auto.py` of huggingface/transformers.
    private static let misread: [(beginnings: [String], ending: String, Misreading)] = [
        (
            ["Whisper", "Speech2Text"], "ForConditionalGeneration",
            Misreading(derived: "text2text-generation", input: "sound", task: "automatic-speech-recognition")
        ),
        (
            ["SpeechEncoderDecoder"], "EncoderDecoderModel",
            Misreading(derived: "text2text-generation", input: "sound", task: "automatic-speech-recognition")
        ),
        (
            ["Wav2Vec2", "Hubert", "WavLM", "SEW", "UniSpeech", "Data2VecAudio"], "ForSequenceClassification",
            Misreading(derived: "text-classification", input: "sound", task: "audio-classification")
        ),
        (
            ["VisionEncoderDecoder"], "EncoderDecoderModel",
            Misreading(derived: "text2text-generation", input: "images", task: "image-to-text")
        ),
        (
            ["Blip", "InstructBlip"], "ForConditionalGeneration",
            Misreading(derived: "text2text-generation", input: "images", task: "image-to-text")
        ),
        (
            ["Vilt"], "ForQuestionAnswering",
            Misreading(derived: "question-answering", input: "images", task: "visual-question-answering")
        ),
    ]

    /// What the container takes an architecture for that takes no text alone; nil of others.
    static func misreading(of name: String) -> Misreading? {
        misread.first { name.hasSuffix($0.ending) && $0.beginnings.contains(where: name.hasPrefix) }?.2
    }

    /// Reads a file; nil if it cannot be read, of which another rule speaks.
    static func read(_ bytes: [UInt8]) -> Answer? {
        ModelConfiguration(bytes).map { $0.firstArchitecture.map { .named($0) } ?? .absent }
    }
}
