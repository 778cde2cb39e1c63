/// Names of files by which containers and loaders know what is in them.
package enum ModelNames {
    /// Files that hold weights, by how their names end.
    static let weightSuffixes = [
        ".safetensors", ".gguf", ".onnx", ".onnx_data", ".onnx.data", ".pt", ".pth", ".pt2", ".ckpt", ".h5", ".hdf5",
        ".keras", ".tflite", ".plan", ".engine", ".ubj", ".npz", ".npy", ".bin", ".msgpack", ".mar", "saved_model.pb",
        "xgboost-model", ".joblib", ".pkl", ".bst", ".skops",
    ]

    /// Whether a file's name says that it holds weights.
    package static func isWeights(_ name: ByteString) -> Bool {
        name.hasSuffix(anyOf: weightSuffixes) && !isTrainingState(name)
    }

    /// Whether a file holds weights by its name, and is not one by which Python finds packages.
    static func isWeights(path: ByteString) -> Bool {
        isWeights(path.lastComponent) && !CodeDirectory.isPathConfiguration(path.bytes.span)
    }

    /// What training leaves beside the weights under names that look like those of weights.
    ///
    /// Source: huggingface/text-generation-inference, `_weight_files_from_dir`; vllm-project/vllm,
    /// `filter_files_not_needed_for_inference`.
    static func isTrainingState(_ name: ByteString) -> Bool {
        ["training_args.bin", "optimizer.bin", "optimizer.pt", "scheduler.pt", "scaler.pt"].contains {
            name == ByteString($0)
        }
    }

    /// Whether a file is there for people and for Git, and for no container.
    static func isForPeople(_ name: ByteString) -> Bool {
        ["README", "LICENSE", "NOTICE", "CHANGELOG", "USE_POLICY", ".gitattributes", ".gitignore"].contains {
            name.hasPrefix($0)
        }
    }

    /// One of these is enough for a tokenizer.
    ///
    /// Source: `VOCAB_FILES_NAMES` in `models/*/tokenization_*.py` of huggingface/transformers.
    static let tokenizers = [
        "tokenizer.json", "tokenizer.model", "tokenizer.model.v3", "tekken.json", "vocab.txt", "vocab.json",
        "spiece.model", "sentencepiece.bpe.model", "sentencepiece.model", "spm.model", "spm_char.model",
        "prophetnet.tokenizer", "tokenizer_config.json", "source.spm", "vocab.model",
    ]

    /// What belongs to a tokenizer besides.
    ///
    /// Source: the same, and `tokenization_utils_base.py` there.
    static let tokenizerParts =
        tokenizers + [
            "merges.txt", "special_tokens_map.json", "added_tokens.json", "chat_template.jinja", "chat_template.json",
            "target.spm", "target_vocab.json", "vocab-src.json", "vocab-tgt.json", "bpe.codes", "dict.txt",
            "entity_vocab.json", "normalizer.json", "emoji.json", "word_shape.json", "word_pronunciation.json",
        ]

    /// What models of images and of sound have instead of a tokenizer.
    static let preprocessors = [
        "preprocessor_config.json", "processor_config.json", "image_processor.json", "feature_extractor.json",
        "video_preprocessor_config.json",
    ]

    /// What the configuration of a model consists of.
    static let configurations = [
        "config.json", "generation_config.json", "model_index.json", "adapter_config.json", "params.json",
        "modules.json", "sentence_bert_config.json", "config_sentence_transformers.json",
    ]

    /// Archives by their names.
    static func isArchive(_ name: ByteString) -> Bool {
        name.hasSuffix(anyOf: [".tar.gz", ".tgz", ".tar.z", ".tar", ".zip"])
    }
}
