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

    /// The fault that there is no tokenizer.
    func missingTokenizer(says words: String, gravity: ContainerFault.Gravity? = nil) -> ContainerFault {
        let help =
            copy(of: ModelNames.tokenizers)?.help
            ?? "save it beside the model: `AutoTokenizer.from_pretrained(NAME).save_pretrained('model')`"
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
