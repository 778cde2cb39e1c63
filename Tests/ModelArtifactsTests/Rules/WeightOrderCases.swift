import TestSupport

@testable import ModelArtifacts

/// What loaders take first, and what they leave alone.
extension RuleCase {
    private static let shard = TinyModel.safetensors("a")

    /// An index that gives each of some files a tensor.
    private static func index(_ files: String...) -> [UInt8] {
        let map = files.enumerated().map { "\"t\($0)\": \"\($1)\"" }.joined(separator: ", ")
        return Array("{\"weight_map\": {\(map)}, \"metadata\": {}}".utf8)
    }

    private static func keys(_ names: ByteString..., size: Int64? = 10) -> Artifact {
        .listing("s3://mybucket/m/", names.map { "m/" + $0 }, size: size)
    }

    /// One tensor of some bytes, so that the file has the size of a pointer of Git LFS.
    private static let tiny: [UInt8] = {
        let header = #"{"w":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}}"#
        let filled = Array((header + String(repeating: " ", count: 120 - header.utf8.count)).utf8)
        return [120, 0, 0, 0, 0, 0, 0, 0] + filled + [UInt8](repeating: 1, count: 8)
    }()

    /// What makes a container load the model directory.
    private static func loading(_ framework: Framework?) -> [String: String] {
        switch framework {
        case .tgi, .tei: ["HF_MODEL_ID": "/opt/ml/model"]
        case .huggingFace: ["HF_TASK": "feature-extraction"]
        default: [:]
        }
    }

    /// A part of weights in Mistral's form, beside a model of transformers that is whole.
    private static func mistral(_ framework: Framework?, _ files: ByteString..., isIndexed: Bool = false) -> Artifact {
        var contents: [ByteString: [UInt8]] = [
            "consolidated-00001-of-00002.safetensors": TinyModel.safetensors("b"), "params.json": Array("{}".utf8),
            "tekken.json": Array("{}".utf8),
            "config.json": Array(#"{"model_type": "mistral", "architectures": ["MistralForCausalLM"]}"#.utf8),
            "tokenizer.json": Array("{}".utf8),
        ]
        for file in files { contents[file] = shard }
        if isIndexed { contents["model.safetensors.index.json"] = index("model-00001-of-00001.safetensors") }
        return .directory(contents).served(by: framework, loading(framework))
    }

    /// A model of one file beside an index that is broken, for a container.
    private static func broken(
        _ framework: Framework?, _ index: ByteString = "model.safetensors.index.json", _ files: ByteString...,
        text: String = "{"
    ) -> Artifact {
        var contents: [ByteString: [UInt8]] = [
            "tokenizer.json": Array("{}".utf8),
            "config.json": Array(#"{"model_type": "bert", "architectures": ["BertForMaskedLM"]}"#.utf8),
        ]
        contents[index] = Array(text.utf8)
        for file in files { contents[file] = file.hasSuffix(".safetensors") ? shard : [0x80, 2, 0x7D] }
        return .directory(contents).served(by: framework, loading(framework))
    }

    static let weightOrders: [RuleCase] = [
        .bad("missing-shard", "of Mistral's form, for vLLM", mistral(.vllm, "model.safetensors"), .error),
        .bad(
            "missing-shard", "of Mistral's form, for vLLM that is told the form",
            mistral(.vllm, "model-00001-of-00001.safetensors", isIndexed: true).with {
                $0.container?.environment?["SM_VLLM_LOAD_FORMAT"] = "safetensors"
            }, .note),
        .bad("missing-shard", "of Mistral's form, for SGLang", mistral(.sglang, "model.safetensors"), .warning),
        .bad(
            "missing-shard", "of Mistral's form, for SGLang with an index",
            mistral(.sglang, "model-00001-of-00001.safetensors", isIndexed: true), .note),
        .bad("missing-shard", "of Mistral's form, for transformers", mistral(.huggingFace, "model.safetensors"), .note),
        .bad("missing-shard", "of Mistral's form, for TGI", mistral(.tgi, "model.safetensors"), .note),
        .bad("missing-shard", "of Mistral's form, for LMI", mistral(.djlLMI, "model.safetensors"), .warning),
        .bad("missing-shard", "of Mistral's form", mistral(nil, "model.safetensors"), .warning),
        .bad("missing-shard", "of Mistral's form, and nothing else", mistral(nil), .error),
        .bad(
            "missing-shard", "of Mistral's form, by its index, for transformers",
            .directory([
                "consolidated.safetensors.index.json": index("consolidated-00001-of-00002.safetensors"),
                "model.safetensors": shard, "config.json": Array("{}".utf8), "vocab.txt": [0x0A],
            ]).served(by: .huggingFace, loading(.huggingFace)), .note),
        .good(
            "missing-shard", "of Mistral's form, whole",
            mistral(.vllm, "model.safetensors", "consolidated-00002-of-00002.safetensors")),
        .bad(
            "missing-shard", "of diffusers, which looks for the index first",
            .directory([
                "unet/diffusion_pytorch_model.safetensors.index.json": index(
                    "diffusion_pytorch_model-00001-of-00001.safetensors"),
                "unet/diffusion_pytorch_model.safetensors": shard,
            ]), .error),
        .good(
            "unused-index", "of diffusers, which looks for it first",
            .directory([
                "unet/diffusion_pytorch_model.safetensors.index.json": index(
                    "diffusion_pytorch_model-00001-of-00001.safetensors"),
                "unet/diffusion_pytorch_model.safetensors": shard,
            ])),
        .bad(
            "broken-shard-index", "beside a whole file, for transformers",
            broken(.huggingFace, "model.safetensors.index.json", "model.safetensors"), .note),
        .bad(
            "broken-shard-index", "alone, for transformers", broken(.huggingFace),
            .error),
        .bad(
            "broken-shard-index", "beside a whole file, for vLLM",
            broken(.vllm, "model.safetensors.index.json", "model.safetensors"), .error),
        .bad(
            "broken-shard-index", "beside a whole file, for LMI",
            broken(.djlLMI, "model.safetensors.index.json", "model.safetensors"), .warning),
        .bad(
            "broken-shard-index", "beside a whole file, for TGI",
            broken(.tgi, "model.safetensors.index.json", "model.safetensors"), .note),
        .bad(
            "broken-shard-index", "beside shards, for TGI",
            broken(.tgi, "model.safetensors.index.json", "model-00001-of-00001.safetensors"), .warning),
        .bad(
            "broken-shard-index", "beside a whole file",
            broken(nil, "model.safetensors.index.json", "model.safetensors"),
            .warning),
        .bad(
            "broken-shard-index", "of another format", broken(nil, "pytorch_model.bin.index.json", "model.safetensors"),
            .note),
        .bad(
            "broken-shard-index", "of another format, for vLLM",
            broken(.vllm, "pytorch_model.bin.index.json", "pytorch_model-00001-of-00001.bin"), .note),
        .bad(
            "broken-shard-index", "of another format alone",
            broken(.huggingFace, "pytorch_model.bin.index.json", "pytorch_model-00001-of-00001.bin"), .error),
        .good(
            "broken-shard-index", "no metadata beside a whole file",
            broken(
                nil, "model.safetensors.index.json", "model.safetensors", "a.safetensors",
                text: #"{"weight_map": {"w": "a.safetensors"}}"#)),
        .good(
            "broken-shard-index", "no metadata, for vLLM",
            broken(
                .vllm, "model.safetensors.index.json", "a.safetensors", text: #"{"weight_map": {"w": "a.safetensors"}}"#
            )),
        .bad(
            "redundant-weights", "shards of two formats",
            keys(
                "model-00001-of-00001.safetensors", "model.safetensors.index.json", "pytorch_model-00001-of-00001.bin",
                "pytorch_model.bin.index.json"), .note),
        .bad("invalid-json", "null", .directory(["config.json": Array("null".utf8)]), .warning),
        .bad("invalid-json", "a list", .directory(["a/tokenizer_config.json": Array("[1]".utf8)]), .warning),
        .bad(
            "invalid-json", "null that the container reads",
            broken(.huggingFace, "config.json", "model.safetensors", text: "null"), .error),
        .bad("invalid-json", "an error text", .directory(["config.json": Array("Entry not found".utf8)]), .error),
        .good("invalid-json", "a list of modules", .directory(["modules.json": Array("[{}]".utf8)])),
        .good("invalid-json", "a list of one's own", .directory(["labels.json": Array("[1]".utf8)])),
        .good("invalid-json", "a list beside code", .directory(["code/config.json": Array("[1]".utf8)])),
        .bad("git-lfs-pointer", "the size in a listing", keys("model.safetensors", size: 135), .warning),
        .bad(
            "git-lfs-pointer", "sizes in a listing",
            keys("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", size: 135), .warning),
        .good("git-lfs-pointer", "another size in a listing", keys("model.safetensors", "a/saved_model.pb", size: 139)),
        .good(
            "git-lfs-pointer", "the size of other files",
            keys("model.safetensors.index.json", "variables.index", size: 135)),
        .good("git-lfs-pointer", "no size", keys("model.safetensors", size: nil)),
        .good("git-lfs-pointer", "the size of a file that is read", .directory(["model.safetensors": tiny])),
    ]
}
