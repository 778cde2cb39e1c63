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
        do throws(ArtifactError) {
            return try first(in: bytes)
        } catch {
            return nil
        }
    }

    private static func first(in bytes: [UInt8]) throws(ArtifactError) -> Answer? {
        var json = JSONReader(InputBuffer(bytes, name: "config.json"))
        guard try json.nextDocument(), try json.kind() == .object else { return nil }
        var answer = Answer.absent
        try json.beginObject()
        while try json.nextMember() {
            guard json.textEquals("architectures"), try json.kind() == .array else {
                try json.skipValue()
                continue
            }
            answer = .absent
            try json.beginArray()
            var isFirst = true
            while try json.nextElement() {
                guard isFirst, try json.kind() == .string else {
                    isFirst = false
                    try json.skipValue()
                    continue
                }
                isFirst = false
                try json.readString()
                if let name = json.text.string { answer = .named(name) }
            }
        }
        return answer
    }
}
