/// What a name means that is none of an engine of DJL.
///
/// Source: `Engine.getEngine` in `api/src/main/java/ai/djl/engine/Engine.java` of deepjavalibrary/djl, which compares names as they
/// stand, and the `EngineProvider` of each engine; deepjavalibrary/djl-serving, `engines/python` and issue 1351.
enum DJLEngine: Hashable {
    /// The name of one, with blanks behind it.
    case blanks(String)
    /// The name of one in other letters.
    case spelling(String)
    /// The name of what is set by other options of the engine `Python`.
    case serving

    private static let names = [
        "Python", "MPI", "PyTorch", "OnnxRuntime", "TensorFlow", "TensorRT", "TritonServer", "XGBoost", "LightGBM",
        "MXNet",
        "Rust", "DeepSpeed", "FasterTransformer", "PaddlePaddle", "TFLite", "Llama", "fastText", "SentencePiece",
    ]
    private static let servings: Set<String> = [
        "vllm", "lmi-dist", "lmi_dist", "lmidist", "trtllm", "tensorrt-llm", "tensorrt_llm", "tensorrtllm",
        "huggingface",
        "transformers", "accelerate", "transformers-neuronx", "transformers_neuronx", "neuron", "neuronx",
    ]

    /// What is meant; nil if it is an engine, or nobody knows.
    static func meant(by engine: String) -> DJLEngine? {
        guard !names.contains(engine) else { return nil }
        let blanks: [Character] = [" ", "\t", "\u{0C}"]
        let name = String(engine.reversed().drop { blanks.contains($0) }.reversed())
        if names.contains(name) { return .blanks(name) }
        if let other = names.first(where: { $0.lowercased() == name.lowercased() }) { return .spelling(other) }
        return servings.contains(name.lowercased()) ? .serving : nil
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .blanks: "delete the blanks at the end of the line"
        case .spelling(let name): "say `engine=\(name)`"
        case .serving: "say `engine=Python`, and how it serves by option.rolling_batch or option.entryPoint"
        }
    }
}
