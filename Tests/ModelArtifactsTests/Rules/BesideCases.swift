@testable import ModelArtifacts

/// What lies beside the model and is not read with it, what is told only in part, and what is just as large as it may be.
extension RuleCase {
    static let beside = weightsBeside + sourcesBeside + tokenizersBeside

    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]
    private static let served: [ByteString] = ["config.json", "tokenizer.json", "model.safetensors"]

    private static let weightsBeside: [RuleCase] = [
        .good(
            "conflicting-weights", "a copy alone in a listing",
            .listing("s3://mybucket/m/", ["m/model (1).safetensors", "m/config.json"])),
        // TGI reads what ends with .safetensors at the top, and its own decision speaks of that.
        .bad(
            "conflicting-weights", "a copy that TGI does not read",
            model(.tgi, served + ["pytorch_model.bin", "pytorch_model (1).bin"], here), .note),
        .bad(
            "conflicting-weights", "a copy below, for TGI",
            model(.tgi, served + ["old/model.safetensors", "old/model (1).safetensors"], here), .note),
        .bad(
            "conflicting-weights", "shards below, for TGI",
            model(.tgi, served + ["old/model.safetensors", "old/model-00001-of-00001.safetensors"], here)),
        .good("incomplete-saved-model", "a folder of that name", .directory(["variables/model.safetensors"])),
        .bad(
            "missing-shard", "the data of a SavedModel elsewhere", .directory(["old/variables.data-00000-of-00002"])),
        .good(
            "missing-shard", "the data of a SavedModel, of which another rule speaks",
            .directory(["1/saved_model.pb", "1/variables/variables.index", "1/variables/variables.data-00000-of-00002"])
        ),
        .bad(
            "training-leftover", "a log without weights, alone", .directory(["runs/notes", "config.json"])),
        .good(
            "training-leftover", "a log with the only weights", .directory(["runs/model.safetensors", "config.json"])),
        .good(
            "training-leftover", "a log with the only shards",
            .directory(["runs/variables.data-00000-of-00001", "config.json"])),
    ]

    private static let pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 12\n"

    private static func pointerFile(isNamedTarGzip: Bool) -> Artifact {
        var artifact = Artifact.file(
            isNamedTarGzip ? "m.tar.gz" : "m.bin", size: Int64(pointer.utf8.count), "a Git LFS pointer",
            isNamedTarGzip: isNamedTarGzip)
        artifact.contents = [artifact.keys[0].key: Array(pointer.utf8)]
        return artifact
    }

    private static let sourcesBeside: [RuleCase] = [
        .good("exceeds-volume", "an archive of unknown size", sizedArchive(10)),
        .bad("exceeds-volume", "an archive of unknown size", sizedArchive(9)),
        .good(
            "missing-model-config", "where a variable that nobody knows decides",
            model(.huggingFace, ["model.safetensors"]).with { $0.container?.unknownVariables = ["HF_MODEL_ID"] }),
        .good(
            "prefix-without-slash", "a slash that the address spells otherwise",
            .listing("https://mybucket.s3.us-east-1.amazonaws.com/m%2F", ["m/a"])),
        .bad("git-lfs-pointer", "a file that is deployed", pointerFile(isNamedTarGzip: false)),
        .good("git-lfs-pointer", "in the place of an archive", pointerFile(isNamedTarGzip: true)),
        .bad(
            "not-a-gzip-tar", "a pointer in the place of an archive", pointerFile(isNamedTarGzip: true)),
    ]

    private static func sizedArchive(_ volume: Int64) -> Artifact {
        .archive("a").with { ($0.archiveSize, $0.volumeSize) = (nil, volume) }
    }

    private static func words(
        _ framework: Framework, _ type: String, _ tokenizer: String?, _ files: ByteString...
    ) -> Artifact {
        var contents: [ByteString: String] = [
            "config.json": "{\"model_type\": \"\(type)\", \"architectures\": [\"XForCausalLM\"]}"
        ]
        contents["tokenizer_config.json"] = tokenizer
        return model(framework, ["model.safetensors", "vocab.json"] + files, contents: contents)
    }

    private static let gpt2 = #"{"tokenizer_class": "GPT2Tokenizer"}"#

    /// The words of a tokenizer without the rules by which it joins letters to them.
    private static let tokenizersBeside: [RuleCase] = [
        .bad("missing-tokenizer", "words without rules", words(.vllm, "gpt2", gpt2)),
        .bad("missing-tokenizer", "words without rules, for transformers", words(.huggingFace, "gpt2", gpt2)),
        .bad("missing-tokenizer", "words without rules, by the type of the model", words(.vllm, "qwen2", "{}")),
        .bad("missing-tokenizer", "words without rules, and nothing else", words(.vllm, "gpt2", nil)),
        .good("missing-tokenizer", "words with rules", words(.vllm, "gpt2", gpt2, "merges.txt")),
        .good("missing-tokenizer", "words beside a fast tokenizer", words(.vllm, "gpt2", gpt2, "tokenizer.json")),
        .good(
            "missing-tokenizer", "words of a tokenizer that needs no rules",
            words(.vllm, "wav2vec2", #"{"tokenizer_class": "Wav2Vec2CTCTokenizer"}"#)),
        .good("missing-tokenizer", "words beside code", words(.vllm, "gpt2", gpt2, "tokenization_a.py")),
    ]
}
