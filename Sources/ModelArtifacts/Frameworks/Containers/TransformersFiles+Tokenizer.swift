/// Tokenizers of which the vocabulary is missing.
extension TransformersFiles {
    /// How the names of tokenizers begin that read their words from files, for each of which transformers knows the names.
    ///
    /// Source: `VOCAB_FILES_NAMES` in `models/*/tokenization_*.py` of huggingface/transformers.
    private static let readingFiles =
        [
            "Albert", "Bart", "Bert", "CLIP", "Camembert", "DebertaV2", "DistilBert", "Electra", "GPT2", "GPTNeoX",
            "Gemma",
            "Llama",
            "MBart", "MPNet", "PreTrained", "Qwen2", "Roberta", "T5", "XLMRoberta",
        ].flatMap { ["\($0)Tokenizer", "\($0)TokenizerFast"] } + ["TokenizersBackend"]

    /// The class of the tokenizer that tokenizer_config.json names where no file is there that could hold its words; nil if one may be.
    var tokenizerWithoutVocabulary: String? {
        let path = directory.appending("tokenizer_config.json")
        guard let configuration = files.contents[path].flatMap({ ModelConfiguration($0) }),
            configuration.modules.isEmpty,
            let name = configuration.tokenizerClass, Self.readingFiles.contains(name)
        else { return nil }
        let isSomewhere = files.files(in: directory).contains { entry in
            entry.path != path
                && (ModelNames.tokenizers.contains { entry.name == ByteString($0) }
                    || entry.name.hasPrefix("tokenizer.")
                    || entry.name.hasSuffix(anyOf: [".model", ".tiktoken", ".bpe", ".spm", ".py"]))
        }
        return isSomewhere ? nil : name
    }

    /// How the names of tokenizers begin that join letters to words by rules, which lie in merges.txt beside the words in vocab.json.
    ///
    /// Source: the same, and `__init__` there, which opens both.
    private static let joining = [
        "Bart", "Blenderbot", "CLIP", "Deberta", "GPT2", "LED", "Longformer", "Qwen2", "Roberta",
    ]
    .flatMap { ["\($0)Tokenizer", "\($0)TokenizerFast"] }
    /// The tokenizer of a type of models where nothing names one.
    ///
    /// Source: `TOKENIZER_MAPPING_NAMES` in `models/auto/tokenization_auto.py` of huggingface/transformers.
    private static let standard = [
        "bart": "BartTokenizer", "gpt2": "GPT2Tokenizer", "gpt_neo": "GPT2Tokenizer", "opt": "GPT2Tokenizer",
        "qwen2": "Qwen2Tokenizer", "roberta": "RobertaTokenizer",
    ]

    /// The class of the tokenizer whose words are there, and whose rules to join letters to words are not; nil if they may be.
    var tokenizerWithoutMerges: String? {
        let path = directory.appending("tokenizer_config.json")
        let named = files.contents[path].flatMap { ModelConfiguration($0) }
        // What is in it nobody knows.
        guard has("vocab.json"), !has("merges.txt"), named != nil || !files.hasFile(path),
            named?.modules.isEmpty ?? true,
            let name = named?.tokenizerClass ?? configuration?.modelType.flatMap({ Self.standard[$0] }),
            Self.joining.contains(name)
        else { return nil }
        let others = ModelNames.tokenizers.filter { $0 != "vocab.json" && $0 != "tokenizer_config.json" }
        let isSomewhere =
            has(anyOf: others)
            || files.files(in: directory).contains { entry in
                entry.name.hasPrefix("tokenizer.")
                    || entry.name.hasSuffix(anyOf: [".model", ".tiktoken", ".bpe", ".py"])
            }
        return isSomewhere ? nil : name
    }

    /// The fault that there is no tokenizer.
    func missingTokenizer(says words: String, gravity: ContainerFault.Gravity? = nil) -> ContainerFault {
        let help =
            copy(of: ModelNames.tokenizers)?.help
            ?? "save it beside the model: `AutoTokenizer.from_pretrained(NAME).save_pretrained('model')`"
        if let name = tokenizerWithoutMerges {
            let path = directory.appending("vocab.json")
            return ContainerFault(
                .missingTokenizer, at: path,
                "'\(path)' holds the words of \(DisplayText.escaped(name)), and merges.txt, by which it joins letters to them, is "
                    + "missing: transformers cannot make it, or makes one that joins none",
                help: "upload merges.txt too, or tokenizer.json, which holds both: "
                    + "`AutoTokenizer.from_pretrained(NAME).save_pretrained('model')`", gravity: gravity)
        }
        guard let name = tokenizerWithoutVocabulary else {
            return ContainerFault(
                .missingTokenizer, "'\(place)' holds no tokenizer: the container says \(words)", help: help,
                gravity: gravity)
        }
        let path = directory.appending("tokenizer_config.json")
        return ContainerFault(
            .missingTokenizer, at: path,
            "'\(path)' names the tokenizer \(DisplayText.escaped(name)), and no file beside it holds its words, as tokenizer.json would: "
                + "transformers cannot make it, or makes one that knows no word",
            help: help, gravity: gravity)
    }
}
