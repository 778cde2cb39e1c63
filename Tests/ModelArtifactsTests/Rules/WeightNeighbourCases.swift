import TestSupport

@testable import ModelArtifacts

/// Sets of weights of which one thing is other than in those that a rule is about.
extension RuleCase {
    static let weightNeighbours =
        copiesOfFormats + shardsInListings + weightsForServers + shardsWithoutIndex + shardsOfIndexes

    private static func keys(_ names: ByteString...) -> Artifact {
        .listing("s3://mybucket/m/", names.map { "m/" + $0 })
    }

    private static let copiesOfFormats: [RuleCase] = [
        .good(
            "redundant-weights", "a pipeline of diffusers beside a model of ONNX",
            keys("diffusion_pytorch_model.safetensors", "onnx/model.onnx")),
        .good(
            "redundant-weights", "Mistral's form beside shards of PyTorch",
            keys("consolidated.safetensors", "pytorch_model-00001-of-00001.bin", "pytorch_model.bin.index.json")),
        .good(
            "redundant-weights", "Mistral's form beside one file, of which another rule speaks",
            keys("consolidated.safetensors", "model.safetensors")),
        .good(
            "redundant-weights", "shards of which some are missing, and another format",
            keys("model-00001-of-00002.safetensors", "model.safetensors.index.json", "pytorch_model.bin")),
        .bad(
            "redundant-weights", "shards that an index names, and another format",
            keys("model-00001-of-00001.safetensors", "model.safetensors.index.json", "pytorch_model.bin"), .note),
        .good(
            "empty-weights", "a hard link, which has the bytes of another member",
            .archive([.member("weights"), emptyMember("model.pt", .hardLink, to: "weights")])),
        .bad("empty-weights", "an empty member", .archive([emptyMember("model.pt")])),
    ]

    private static func emptyMember(
        _ name: ByteString, _ kind: ArchiveMember.Kind = .file, to target: ByteString? = nil
    ) -> ArchiveMember {
        var member = ArchiveMember.member(name, kind, to: target)
        member.size = 0
        return member
    }

    private static let shardsInListings: [RuleCase] = [
        .good(
            "missing-shard", "all of a listing, with their index",
            keys("model-00001-of-00001.safetensors", "model.safetensors.index.json")),
        .bad(
            "missing-shard", "some of a listing, with their index",
            keys("model-00001-of-00002.safetensors", "model.safetensors.index.json"), .error),
    ]

    private static let shard = TinyModel.safetensors("a")
    private static let other = TinyModel.safetensors("b")
    private static let pickle: [UInt8] = [0x80, 2, 0x7D]

    /// What every server of language models wants besides.
    private static func language(_ files: [ByteString: [UInt8]]) -> [ByteString: [UInt8]] {
        let rest: [ByteString: [UInt8]] = [
            "config.json": Array(#"{"model_type": "llama", "architectures": ["LlamaForCausalLM"]}"#.utf8),
            "tokenizer.json": Array("{}".utf8),
        ]
        return files.merging(rest) { file, _ in file }
    }

    private static func tgi(_ files: [ByteString: [UInt8]]) -> Artifact {
        .directory(language(files)).served(by: .tgi, ["HF_MODEL_ID": "/opt/ml/model"])
    }

    private static let weightsForServers: [RuleCase] = [
        // TGI reads both, and its own decision compares their tensors.
        .good(
            "conflicting-weights", "two files of other tensors, for TGI",
            tgi(["model.safetensors": shard, "consolidated.safetensors": other])),
        .bad(
            "conflicting-weights", "two files of the same tensors, for TGI",
            tgi(["model.safetensors": shard, "consolidated.safetensors": shard]), .error),
        .bad(
            "conflicting-weights", "pickles that TGI converts",
            tgi(["pytorch_model.bin": pickle, "pytorch_model-00001-of-00001.bin": pickle])),
    ]

    private static let set: [ByteString] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"]
    private static let hub: [ByteString] = ["config.json", "tokenizer.json"]

    /// Only transformers needs the index, and only where it is to load the shards.
    private static let shardsWithoutIndex: [RuleCase] = [
        .bad("missing-shard", "the index alone, for transformers", model(.huggingFace, hub + set), .error),
        .bad(
            "missing-shard", "the index alone, of a script's model",
            model(.huggingFace, hub + set + ["code/inference.py"]), .warning),
        .bad(
            "missing-shard", "the index alone, below what transformers loads",
            model(.huggingFace, hub + ["model.safetensors"] + set.map { "draft/" + $0 }), .warning),
        .bad(
            "missing-shard", "the index alone, beside what PyTorch loads", model(.pytorch, ["model.pt"] + set), .warning
        ),
    ]

    private static func indexed(_ index: String, _ files: [ByteString]) -> Artifact {
        var contents: [ByteString: [UInt8]] = ["model.safetensors.index.json": Array(index.utf8)]
        for file in files { contents[file] = shard }
        return .directory(contents)
    }

    /// An index that gives each of some files a tensor.
    private static func index(_ files: some Sequence<ByteString>) -> String {
        let map = files.enumerated().map { "\"t\($0)\": \"\($1)\"" }.joined(separator: ", ")
        return "{\"metadata\": {}, \"weight_map\": {\(map)}}"
    }

    private static let shardsOfIndexes: [RuleCase] = [
        .good(
            "conflicting-weights", "shards of two counts that the index names",
            indexed(
                index(["model-00001-of-00001.safetensors"] + set), ["model-00001-of-00001.safetensors"] + set)),
        .good(
            "conflicting-weights", "shards beside an index of files without numbers",
            indexed(index(["a.safetensors"]), ["a.safetensors"] + set)),
        // More than are judged, so that only their numbers tell.
        .bad(
            "missing-shard", "some of an index of too many files",
            indexed(index((0...100_000).lazy.map { ByteString("x\($0)") }), [set[0]]), .error),
    ]
}
