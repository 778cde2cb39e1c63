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

    /// Reads a file; nil if it cannot be read, of which another rule speaks.
    static func read(_ bytes: [UInt8]) -> Answer? {
        ModelConfiguration(bytes).map { $0.firstArchitecture.map { .named($0) } ?? .absent }
    }
}
