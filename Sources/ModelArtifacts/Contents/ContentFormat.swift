/// The formats of models whose files are looked into, as their names say.
package enum ContentFormat: Hashable, Sendable {
    case safetensors, gguf, onnx, hdf5, keras, tflite, npy, npz
    /// A file of PyTorch: a zip archive or a pickle.
    case pytorch
    /// A model archive of TorchServe: `*.mar`.
    case modelArchive
    /// A file that has the name of weights of PyTorch and can be nothing else.
    case pytorchWeights
    /// Weights of some framework that does not say which.
    case weights
    /// A file that need not be weights at all, but may be: `*.bin`.
    case binary
    /// `saved_model.pb` of TensorFlow.
    case savedModel
    /// `variables.index` of TensorFlow.
    case variablesIndex
    /// `xgboost-model`, as the built-in algorithm of SageMaker calls it.
    case xgboostModel
    /// A file that may be an XGBoost model.
    case xgboost
    /// A model of XGBoost in UBJSON.
    case ubjson
    /// A pickle, as scikit-learn and joblib write it.
    case pickle
    /// What tells a tokenizer its words.
    case vocabulary
    /// An index of shards.
    case shardIndex
    /// JSON that loaders read when they start.
    case loaderJSON
    /// Other JSON.
    case json

    /// What the last component of a path says.
    package init?(named name: Span<UInt8>) {
        guard let format = Self.named(name) else { return nil }
        self = format
    }

    private static func named(_ name: Span<UInt8>) -> ContentFormat? {
        guard name.count > 2 else { return nil }
        switch name[name.count - 1] {
        case UInt8(ascii: "s"):
            if name.ends(with: ".safetensors") { return .safetensors }
            if name.ends(with: ".keras") { return .keras }
        case UInt8(ascii: "f"): if name.ends(with: ".gguf") { return .gguf }
        case UInt8(ascii: "x"):
            if name.ends(with: ".onnx") { return .onnx }
            if name.equals("variables.index") { return .variablesIndex }
        case UInt8(ascii: "t"):
            if [".pt", ".ckpt"].contains(where: { name.ends(with: $0) }) { return .pytorch }
            if name.equals("vocab.txt") || name.equals("merges.txt") { return .vocabulary }
        case UInt8(ascii: "h"): if name.ends(with: ".pth") { return .pytorch }
        case UInt8(ascii: "r"): if name.ends(with: ".mar") { return .modelArchive }
        case UInt8(ascii: "2"): if name.ends(with: ".pt2") { return .pytorch }
        case UInt8(ascii: "5"): if [".h5", ".hdf5"].contains(where: { name.ends(with: $0) }) { return .hdf5 }
        case UInt8(ascii: "e"):
            if name.ends(with: ".tflite") { return .tflite }
            if name.ends(with: ".engine") { return .weights }
            if name.ends(with: ".pickle") { return .pickle }
        case UInt8(ascii: "y"): if name.ends(with: ".npy") { return .npy }
        case UInt8(ascii: "z"): if name.ends(with: ".npz") { return .npz }
        case UInt8(ascii: "b"):
            if name.equals("saved_model.pb") { return .savedModel }
            if name.ends(with: ".xgb") { return .xgboost }
            if name.ends(with: ".joblib") { return .pickle }
        case UInt8(ascii: "l"):
            if name.equals("xgboost-model") { return .xgboostModel }
            if ["tokenizer.model", "spiece.model", "sentencepiece.bpe.model"].contains(where: { name.equals($0) }) {
                return .vocabulary
            }
            if name.ends(with: ".model") { return .xgboost }
            if name.ends(with: ".pkl") { return .pickle }
        case UInt8(ascii: "n"): return json(name) ?? binary(name) ?? (name.ends(with: ".plan") ? .weights : nil)
        case UInt8(ascii: "j"): if name.ends(with: ".ubj") { return .ubjson }
        case UInt8(ascii: "a"):
            if [".onnx_data", ".onnx.data"].contains(where: { name.ends(with: $0) }) { return .weights }
        case UInt8(ascii: "k"): if name.starts(with: "flax_model"), name.ends(with: ".msgpack") { return .weights }
        case UInt8(ascii: "0")...UInt8(ascii: "9"): if name.starts(with: "variables.data-") { return .weights }
        default: break
        }
        return nil
    }

    private static func binary(_ name: Span<UInt8>) -> ContentFormat? {
        guard name.ends(with: ".bin") else { return nil }
        if name.starts(with: "pytorch_model") || name.starts(with: "diffusion_pytorch_model")
            || name.starts(with: "adapter_model")
        {
            return .pytorchWeights
        }
        let isWeights = name.starts(with: "model") || name.contains("weights")
        return isWeights ? .weights : .binary
    }

    private static func json(_ name: Span<UInt8>) -> ContentFormat? {
        guard name.ends(with: ".json") else { return nil }
        if ShardIndex.isName(name) { return .shardIndex }
        return loaderFiles.contains(where: { name.equals($0) }) || name.ends(with: ".index.json") ? .loaderJSON : .json
    }

    /// The names of JSON files that loaders read when they start.
    ///
    /// Source: the loaders of transformers, sentence-transformers, diffusers, peft and vLLM, and `MANIFEST.json` of TorchServe.
    package static let loaderFiles = [
        "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
        "added_tokens.json", "vocab.json", "model_index.json", "preprocessor_config.json", "processor_config.json",
        "image_processor_config.json", "adapter_config.json", "params.json", "modules.json",
        "sentence_bert_config.json",
        "sentence_roberta_config.json", "sentence_distilbert_config.json", "sentence_camembert_config.json",
        "sentence_albert_config.json", "sentence_xlm-roberta_config.json", "sentence_xlnet_config.json",
        "config_sentence_transformers.json", "MANIFEST.json",
    ]

    /// Whether a file of that name is one that a program writes, though it need not be weights: an answer of a server in its
    /// place is none.
    package var isWritten: Bool {
        switch self {
        case .binary, .xgboost, .pickle, .vocabulary: true
        default: isWeights
        }
    }

    /// Whether a file of that name holds weights, so that it is neither empty nor anything that a person writes.
    package var isWeights: Bool {
        switch self {
        case .shardIndex, .loaderJSON, .json, .binary, .xgboost, .pickle, .vocabulary: false
        default: true
        }
    }
}
