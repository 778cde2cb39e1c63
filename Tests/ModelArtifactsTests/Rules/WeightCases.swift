import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    private static let shard = TinyModel.safetensors("a")

    /// An index that gives each of some files a tensor.
    private static func index(_ files: String..., rest: String = #", "metadata": {}"#) -> [UInt8] {
        let map = files.enumerated().map { "\"t\($0)\": \"\($1)\"" }.joined(separator: ", ")
        return Array("{\"weight_map\": {\(map)}\(rest)}".utf8)
    }

    private static func indexed(_ index: [UInt8], _ files: ByteString...) -> Artifact {
        var contents: [ByteString: [UInt8]] = ["model.safetensors.index.json": index]
        for file in files { contents[file] = file.hasSuffix(".safetensors") ? shard : [0x80, 2, 0x7D] }
        return .directory(contents)
    }

    private static func keys(_ names: ByteString..., size: Int64? = 10) -> Artifact {
        .listing("s3://mybucket/m/", names.map { "m/" + $0 }, size: size)
    }

    private static func many(_ stem: String, _ numbers: [Int], of count: Int) -> Artifact {
        .listing("s3://mybucket/m/", numbers.map { ByteString("m/\(stem)-\($0)-of-\(count).safetensors") }.sorted())
    }

    /// A model of one file, and a copy of it.
    private static func copied(_ name: ByteString) -> Artifact {
        .directory([
            "model.safetensors": shard, name: shard, "vocab.txt": [0x0A],
            "config.json": Array(#"{"architectures": ["BertForMaskedLM"]}"#.utf8),
        ])
    }

    /// A model that was saved again, beside the index of the shards before, for a container.
    private static func left(_ framework: Framework, _ files: ByteString...) -> Artifact {
        var contents: [ByteString: [UInt8]] = [
            "model.safetensors.index.json": two, "tokenizer.json": Array("{}".utf8), "vocab.txt": [0x0A],
            "config.json": Array(#"{"model_type": "bert", "architectures": ["BertForMaskedLM"]}"#.utf8),
        ]
        for file in files { contents[file] = file.hasSuffix(".safetensors") ? shard : [0x80, 2, 0x7D] }
        return .directory(contents).served(by: framework)
    }

    private static let two = index("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")

    /// An ONNX model whose one tensor of 8 bytes lies in another file.
    private static func onnx(_ location: String, _ offset: String = "0") -> [UInt8] {
        func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] { [number << 3 | 2, UInt8(bytes.count)] + bytes }
        func entry(_ key: String, _ value: String) -> [UInt8] {
            field(13, field(1, Array(key.utf8)) + field(2, Array(value.utf8)))
        }
        let tensor =
            [0x08, 2, 0x10, 1] + field(8, Array("w".utf8)) + entry("location", location) + entry("offset", offset) + [
                0x70, 1,
            ]
        return [0x08, 8] + field(7, field(5, tensor))
    }

    static let weightFiles: [RuleCase] = [
        .bad("missing-shard", "named by the index", indexed(two, "model-00001-of-00002.safetensors")),
        .bad("missing-shard", "a whole set of a later format", indexed(two, "pytorch_model.bin")),
        .bad(
            "missing-shard", "a number",
            keys("a/model-00001-of-00003.safetensors", "a/model-00003-of-00003.safetensors")),
        .bad("missing-shard", "GGUF", keys("x-00001-of-00002.gguf")),
        .bad(
            "missing-shard", "the index", keys("pytorch_model-00001-of-00002.bin", "pytorch_model-00002-of-00002.bin")),
        .bad("missing-shard", "a checkpoint of TensorFlow", keys("ckpt.index", "ckpt.data-00001-of-00002")),
        .good(
            "missing-shard", "all are there",
            indexed(two, "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")),
        .good("missing-shard", "from 0", keys("m-00000-of-00002.gguf", "m-00001-of-00002.gguf")),
        .good(
            "missing-shard", "behind a whole file",
            indexed(two, "model.safetensors", "model-00001-of-00002.safetensors")),
        .good(
            "missing-shard", "of another thing",
            keys("train-00001-of-00003.parquet", "events-00001-of-00002", "model-00001-of-00002.json")),
        .good("missing-shard", "an index that is none", .directory(["x.index.json": Array("{\"a\": 1}".utf8)])),
        .good(
            "missing-shard", "an index in the folder above",
            indexed(
                index("w/model-00001-of-00002.safetensors", "w/model-00002-of-00002.safetensors"),
                "w/model-00001-of-00002.safetensors", "w/model-00002-of-00002.safetensors")),
        .bad(
            "missing-shard", "an index in the folder above of shards that are not there",
            indexed(
                index("w/model-00001-of-00002.safetensors", "w/model-00002-of-00002.safetensors"),
                "w/model-00001-of-00002.safetensors"), .error),
        .good(
            "missing-shard", "an index in the folder above of a listing",
            keys(
                "model.safetensors.index.json", "w/model-00001-of-00002.safetensors",
                "w/model-00002-of-00002.safetensors")),
        .bad(
            "missing-shard", "an index in another folder",
            keys(
                "a/model.safetensors.index.json", "w/model-00001-of-00002.safetensors",
                "w/model-00002-of-00002.safetensors"), otherErrors: []),
        .bad(
            "missing-shard", "an index in the folder above of a listing that has a part of them",
            keys("model.safetensors.index.json", "w/model-00001-of-00002.safetensors"), .error),
        .bad(
            "missing-shard", "an index in the folder above of a listing, of other shards",
            keys(
                "other.safetensors.index.json", "w/model-00001-of-00002.safetensors",
                "w/model-00002-of-00002.safetensors"), otherErrors: []),
        .bad(
            "missing-shard", "an index in the folder above that names another file",
            indexed(
                index("w/other.safetensors"), "w/other.safetensors", "w/model-00001-of-00002.safetensors",
                "w/model-00002-of-00002.safetensors"), otherErrors: []),
        .bad("missing-shard", "left over", keys("pytorch_model.bin", "model-00001-of-00002.safetensors"), .warning),
        .bad(
            "missing-shard", "a count of six digits",
            keys("model-00001-of-000003.safetensors", "model-00003-of-000003.safetensors"), .error),
        .bad("missing-shard", "without zeros", many("x", [1, 2, 3, 4, 6, 7, 8, 9, 10, 11], of: 11), .error),
        .good("missing-shard", "all without zeros", many("x", Array(1...11), of: 11)),
        .good("missing-shard", "few digits of another thing", keys("fold-1-of-5.h5", "part-01-of-10.bin")),
        .bad(
            "missing-shard", "a variant, named by its index",
            .directory([
                "unet/diffusion_pytorch_model.safetensors.index.fp16.json": index(
                    "diffusion_pytorch_model-00001-of-00002.fp16.safetensors",
                    "diffusion_pytorch_model-00002-of-00002.fp16.safetensors"),
                "unet/diffusion_pytorch_model-00001-of-00002.fp16.safetensors": shard,
            ]), .error),
        .bad(
            "missing-shard", "an index of a variant alone",
            .directory(["model.safetensors.index.fp16.json": index("model.fp16-00001-of-00001.safetensors")]), .error),
        .bad("missing-shard", "a variant", keys("u/diffusion_pytorch_model-00001-of-00002.fp16.safetensors"), .error),
        .good(
            "missing-shard", "all of a variant",
            .directory([
                "unet/diffusion_pytorch_model.safetensors.index.fp16.json": index(
                    "diffusion_pytorch_model-00001-of-00001.fp16.safetensors"),
                "unet/diffusion_pytorch_model-00001-of-00001.fp16.safetensors": shard,
            ])),
        .good(
            "missing-shard", "names with a dot in front",
            indexed(
                index("./model-00001-of-00002.safetensors", ".//model-00002-of-00002.safetensors"),
                "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")),
        .bad(
            "missing-shard", "names with a dot in front, for vLLM",
            .directory([
                "model.safetensors.index.json": index("./model-00001-of-00001.safetensors"),
                "model-00001-of-00001.safetensors": shard, "config.json": Array("{}".utf8),
                "tokenizer.json": Array("{}".utf8),
            ]).served(by: .vllm), .error),
        .bad(
            "missing-shard", "names with a dot in front, for SGLang",
            .directory([
                "model.safetensors.index.json": index("./model-00001-of-00001.safetensors"),
                "model-00001-of-00001.safetensors": shard, "config.json": Array("{}".utf8),
                "tokenizer.json": Array("{}".utf8),
            ]).served(by: .sglang), .error),
        .good(
            "missing-shard", "two variants",
            keys(
                "model.fp16-00001-of-00001.safetensors", "model.safetensors", "model.safetensors.index.fp16.json")),
        .bad("unused-index", "behind a whole file", indexed(two, "model.safetensors"), .warning),
        .bad("unused-index", "behind a whole file, for transformers", left(.huggingFace, "model.safetensors"), .note),
        .bad("unused-index", "behind a whole file, for vLLM", left(.vllm, "model.safetensors"), .error),
        .bad("unused-index", "behind a whole file, for SGLang", left(.sglang, "model.safetensors"), .error),
        .bad("unused-index", "behind a whole file, for LMI", left(.djlLMI, "model.safetensors"), .warning),
        .bad("unused-index", "beside another format, for vLLM", left(.vllm, "pytorch_model.bin"), .note),
        .good("missing-shard", "beside another format, for vLLM", left(.vllm, "pytorch_model.bin")),
        .bad("missing-shard", "beside another format, for transformers", left(.huggingFace, "pytorch_model.bin")),
        .bad(
            "missing-shard", "some of them, beside another format, for vLLM",
            left(.vllm, "pytorch_model.bin", "model-00001-of-00002.safetensors")),
        .good(
            "unused-index", "all are there",
            indexed(two, "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")),
        .good("unused-index", "a listing", keys("model.safetensors", "model.safetensors.index.json")),
        .bad("broken-shard-index", "no JSON", indexed(Array("{\"weight_map\": {".utf8))),
        .bad("broken-shard-index", "no map", indexed(Array("{\"metadata\": {}}".utf8))),
        .bad("broken-shard-index", "an empty map", indexed(index())),
        .bad("broken-shard-index", "outside", indexed(index("../model.safetensors"))),
        .bad(
            "broken-shard-index", "no metadata",
            indexed(index("model-00001-of-00001.safetensors", rest: ""), "model-00001-of-00001.safetensors")),
        .good("broken-shard-index", "another name", .directory(["a.index.json": Array("{\"metadata\": {}}".utf8)])),
        .good(
            "broken-shard-index", "any order",
            indexed(
                Array(
                    #"{"metadata": {"x": [1, {"weight_map": 2}]}, "weight_map": {"a": "model-00001-of-00001.safetensors"}}"#
                        .utf8), "model-00001-of-00001.safetensors")),
        .bad(
            "conflicting-weights", "one file and shards", keys("model.safetensors", "model-00001-of-00001.safetensors")),
        .bad(
            "conflicting-weights", "two counts",
            keys(
                "model-00001-of-00001.safetensors", "model-00001-of-00002.safetensors",
                "model-00002-of-00002.safetensors")),
        .bad(
            "conflicting-weights", "one file and the shards of the index",
            indexed(
                two, "model.safetensors", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")),
        .good(
            "conflicting-weights", "one file and a shard of the index that is left",
            indexed(two, "model.safetensors", "model-00001-of-00002.safetensors")),
        .bad(
            "conflicting-weights", "not in the index",
            indexed(
                index("model-00001-of-00001.safetensors"), "model-00001-of-00001.safetensors",
                "model-00009-of-00009.safetensors")),
        .bad("conflicting-weights", "consolidated", keys("consolidated.safetensors", "model.safetensors")),
        .bad(
            "conflicting-weights", "consolidated beside one file, for vLLM",
            copied("consolidated.safetensors").served(by: .vllm), .warning),
        .good(
            "conflicting-weights", "consolidated, and an index of the others",
            indexed(
                index("model-00001-of-00001.safetensors"), "model-00001-of-00001.safetensors",
                "consolidated.safetensors")),
        .good(
            "conflicting-weights", "variants and drafts",
            keys("model.safetensors", "model.fp16-00001-of-00001.safetensors", "mtp.safetensors")),
        .good(
            "conflicting-weights", "in a folder of its own",
            keys("model.safetensors", "original/consolidated.safetensors")),
        .good(
            "conflicting-weights", "stale data of TensorFlow",
            keys(
                "ckpt.index", "ckpt.data-00000-of-00001", "ckpt.data-00000-of-00002", "ckpt.data-00001-of-00002")),
        .bad("conflicting-weights", "a copy of a browser", copied("model (1).safetensors"), .warning),
        .bad("conflicting-weights", "a copy of a file manager", copied("model - Copy.safetensors"), .warning),
        .bad("conflicting-weights", "a copy in a listing", keys("m/model.safetensors", "m/model (1).safetensors")),
        .bad(
            "conflicting-weights", "a copy of a shard in a listing",
            keys(
                "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json",
                "model-00002-of-00002 (1).safetensors"), .warning),
        .good("conflicting-weights", "a copy without what it is a copy of", .directory(["model (1).safetensors"])),
        .good(
            "conflicting-weights", "a copy in another folder",
            .directory(["a/model.safetensors", "b/model (1).safetensors"])),
        .good("conflicting-weights", "a copy of something else", copied("model (a).safetensors")),
        .bad(
            "conflicting-weights", "a copy, for vLLM", copied("model (1).safetensors").served(by: .vllm), .warning),
        .bad(
            "conflicting-weights", "a copy, for LMI", copied("model (1).safetensors").served(by: .djlLMI), .warning),
        .bad(
            "conflicting-weights", "a copy, for transformers",
            copied("model copy.safetensors").served(by: .huggingFace), .note),
        .bad(
            "conflicting-weights", "a copy that the index does not name, for vLLM",
            Artifact.directory([
                "model.safetensors.index.json": index("model-00001-of-00001.safetensors"),
                "model-00001-of-00001.safetensors": shard, "model-00001-of-00001 (1).safetensors": shard,
                "config.json": Array("{}".utf8), "tokenizer.json": Array("{}".utf8),
            ]).served(by: .vllm), .note),
        .bad(
            "conflicting-weights", "a copy, for llama.cpp",
            .directory(["a (1).gguf", "a.gguf"]).served(by: .llamaCpp), .warning),
        .bad(
            "conflicting-weights", "a copy that comes later, for llama.cpp",
            .directory(["a.gguf", "b/a.gguf", "b/Copy of a.gguf"]).served(by: .llamaCpp), .note),
        .bad("redundant-weights", "two formats", keys("model.safetensors", "pytorch_model.bin")),
        .bad(
            "redundant-weights", "Mistral's form, too",
            keys("consolidated.safetensors", "model-00001-of-00001.safetensors", "model.safetensors.index.json"), .note),
        .bad("redundant-weights", "ONNX", keys("a/model.safetensors", "a/onnx/model.onnx")),
        .good("redundant-weights", "one format", keys("model.safetensors", "vae/diffusion_pytorch_model.safetensors")),
        .bad("incomplete-saved-model", "no data", keys("1/saved_model.pb", "1/variables/variables.index")),
        .bad(
            "incomplete-saved-model", "no index", keys("1/saved_model.pb", "1/variables/variables.data-00000-of-00001")),
        .bad(
            "incomplete-saved-model", "no graph",
            keys("1/variables/variables.index", "1/variables/variables.data-00000-of-00001")),
        .bad(
            "incomplete-saved-model", "one of two",
            keys("saved_model.pb", "variables/variables.index", "variables/variables.data-00001-of-00002")),
        .good(
            "incomplete-saved-model", "whole",
            keys(
                "saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001",
                "variables/variables.data-00000-of-00002")),
        .good("incomplete-saved-model", "no variables", keys("1/saved_model.pb", "1/fingerprint.pb")),
        .good("incomplete-saved-model", "checkpoints", keys("ckpt/ckpt-1.index", "ckpt/ckpt-1.data-00000-of-00001")),
        .bad("missing-external-data", "absent", .directory(["model.onnx": onnx("model.onnx_data")])),
        .bad("missing-external-data", "short", .directory(["model.onnx": onnx("w"), "w": [1, 2, 3, 4]])),
        .bad(
            "missing-external-data", "outside",
            .directory(["a/model.onnx": onnx("../w"), "w": [UInt8](repeating: 1, count: 8)])),
        .bad(
            "missing-external-data", "absolute",
            .directory(["model.onnx": onnx("/w"), "w": [UInt8](repeating: 1, count: 8)])),
        .bad(
            "missing-external-data", "no number",
            .directory(["model.onnx": onnx("w", "x"), "w": [UInt8](repeating: 1, count: 8)])),
        .good(
            "missing-external-data", "there",
            .directory(["model.onnx": onnx("w", "4"), "w": [UInt8](repeating: 1, count: 20)])),
        .good(
            "missing-external-data", "below",
            .directory(["a/model.onnx": onnx("./b/../c/w"), "a/c/w": [UInt8](repeating: 1, count: 8)])),
        .good("missing-external-data", "a listing", keys("model.onnx")),
        .bad("invalid-json", "a comma too many", .directory(["config.json": Array(#"{"a": 1,}"#.utf8)])),
        .bad(
            "invalid-json", "a byte order mark",
            .directory(["a/tokenizer_config.json": [0xEF, 0xBB, 0xBF, 0x7B, 0x7D]])),
        .bad("invalid-json", "one that breaks off", .directory(["data.json": Array(#"{"a": [1, 2"#.utf8)])),
        .good(
            "invalid-json", "what Python takes",
            .directory([
                "config.json": Array(#" {"a": NaN, "a": -Infinity, "b": "\ud800", "c": [1e9, -0.5, true, null]} "#.utf8)
            ])),
        .good(
            "invalid-json", "comments in a file of one's own", .directory(["tsconfig.json": Array("{ // x\n}".utf8)])),
        .good("invalid-json", "lines of JSON", .directory(["data.json": Array("{}\n{}\n".utf8)])),
        .bad(
            "outdated-model-format", "XGBoost",
            .directory(["xgboost-model": Array("binf".utf8) + [UInt8](repeating: 0, count: 60)])),
        .bad(
            "outdated-model-format", "ggjt",
            .directory(["ggml-model-q4_0.bin": Array("tjgg".utf8) + [3, 0, 0, 0, 0, 0]])),
        .good(
            "outdated-model-format", "UBJSON",
            .directory(["xgboost-model": Array("{L".utf8) + [UInt8](repeating: 0, count: 60)])),
        .good(
            "outdated-model-format", "a tokenizer",
            .directory(["tokenizer.model": [0x0A, 0x0E, 0x0A, 5] + Array("<unk>".utf8)])),
        .bad(
            "training-leftover", "a checkpoint",
            keys("model.safetensors", "checkpoint-500/model.safetensors", "checkpoint-500/optimizer.pt")),
        .bad("training-leftover", "beside the weights", keys("model.safetensors", "training_args.bin")),
        .bad("training-leftover", "a folder of TensorBoard", keys("runs/Jan01/log.txt", "model.gguf")),
        .bad("training-leftover", "a folder of Weights & Biases", keys("wandb/debug.log", "model.pth")),
        .good("training-leftover", "runs of one's own", keys("code/runs/a.py", "dryruns/a", "model.gguf")),
        .bad("training-leftover", "events", keys("runs/Jan01/events.out.tfevents.1.host.2.0", "model.gguf")),
        .good(
            "training-leftover", "nothing but a checkpoint",
            keys("checkpoint-500/model.safetensors", "checkpoint-500/optimizer.pt")),
        .good(
            "training-leftover", "the only weights, in runs of Ultralytics",
            keys("code/inference.py", "runs/detect/train/weights/best.pt", "runs/detect/train/args.yaml")),
        .bad(
            "training-leftover", "weights in runs beside others",
            keys("model.pt", "runs/detect/train/weights/best.pt"), .warning),
        .bad(
            "training-leftover", "what a script may want",
            keys("code/inference.py", "model.pt", "runs/detect/train/weights/best.pt"), .note),
        .good("training-leftover", "a scaler of data", keys("code/inference.py", "model.pth", "scaler.pt")),
        .bad("training-leftover", "a scaler of gradients", keys("model.pth", "scaler.pt", "optimizer.pt"), .warning),
        .good(
            "training-leftover", "alike names",
            keys("model.safetensors", "checkpoint-best/x", "code/lib/wandb/run.py", "checkpoint-/y")),
    ]
}
