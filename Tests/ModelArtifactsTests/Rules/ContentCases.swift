import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    private static func file(_ path: ByteString, _ bytes: [UInt8]) -> Artifact { .directory([path: bytes]) }

    private static func header(_ json: String, data: Int = 4) -> Artifact {
        file("model.safetensors", TinyModel.safetensors(header: json, data: [UInt8](repeating: 1, count: data)))
    }

    private static let page = Array("<!DOCTYPE html><html><head>".utf8)
    private static let pointer = Array(
        ("version https://git-lfs.github.com/spec/v1\noid sha256:" + String(repeating: "0", count: 64) + "\nsize 5\n")
            .utf8)

    /// A GGUF file with one tensor of one row.
    private static func gguf(type: UInt64, bytes: Int, row: UInt64) -> [UInt8] {
        let header =
            Array("GGUF".utf8) + TinyModel.little(3, 4) + TinyModel.little(1, 8) + TinyModel.little(0, 8)
            + TinyModel.little(1, 8) + Array("t".utf8) + TinyModel.little(1, 4) + TinyModel.little(row, 8)
            + TinyModel.little(type, 4) + TinyModel.little(0, 8)
        return header + [UInt8](repeating: 0, count: (32 - header.count % 32) % 32)
            + [UInt8](repeating: 1, count: bytes)
    }

    private static let whole = TinyModel.safetensors("a", "b")

    static let fileContents: [RuleCase] = [
        .bad("truncated-weights", "a byte is missing", file("model.safetensors", whole.dropLast())),
        .bad("truncated-weights", "in the header", file("a/model.safetensors", Array(whole.prefix(40)))),
        .bad("truncated-weights", "in the length", file("model.safetensors", Array(whole.prefix(4)))),
        .good("truncated-weights", "a whole file", file("model.safetensors", whole)),
        .good(
            "truncated-weights", "no tensors",
            file("model.safetensors", TinyModel.safetensors(header: "{}  ", data: []))),
        .good("truncated-weights", "another name", file("model.data", Array(whole.prefix(40)))),
        .bad("damaged-weights", "joined files", file("model.safetensors", whole + whole)),
        .bad("damaged-weights", "a header of zeros", file("model.safetensors", [UInt8](repeating: 0, count: 5000))),
        .bad(
            "damaged-weights", "a header that is no JSON",
            header(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#)),
        .bad(
            "damaged-weights", "a list that is none",
            header(#"{"a":["dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#)),
        .bad(
            "damaged-weights", "room between tensors",
            header(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, data: 8)),
        .bad("damaged-weights", "another shape", header(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#)),
        .bad("damaged-weights", "no offsets", header(#"{"a":{"dtype":"F32","shape":[1]}}"#)),
        .bad(
            "damaged-weights", "a type that nobody knows",
            header(#"{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}"#)),
        .good(
            "damaged-weights", "metadata",
            file("model.safetensors", TinyModel.safetensors("a", metadata: #"{"format":"pt"}"#))),
        .good(
            "damaged-weights", "another order, and members that nobody reads",
            header(
                #" {"b":{"x":[{"y":1}],"data_offsets":[2,4],"shape":[1],"dtype":"F16"},"__metadata__":null,"#
                    + #""a":{"dtype":"BF16","shape":[],"data_offsets":[0,2]}}  "#)),
        .bad("not-weights", "HTML", file("pytorch_model.bin", Array("\n<!DOCTYPE HTML><html><body>Sign in".utf8))),
        .bad(
            "not-weights", "an error of S3",
            file("model.pt", Array("<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>".utf8))),
        .bad("not-weights", "an answer of the Hub", file("model.safetensors", Array("Entry not found".utf8))),
        .bad("not-weights", "DVC", file("model.gguf", Array("outs:\n- md5: 00\n  path: model.gguf\n".utf8))),
        .bad("not-weights", "git-annex", file("model.onnx", Array("/annex/objects/SHA256E-s1--00\n".utf8))),
        .bad("not-weights", "a model of XGBoost", file("xgboost-model", page), .error),
        .bad("not-weights", "a pickle", file("model.pkl", page), .error),
        .bad("not-weights", "of joblib", file("a/model.joblib", page), .error),
        .bad("not-weights", "a tokenizer", file("tokenizer.model", page), .error),
        .bad("not-weights", "a vocabulary", file("vocab.txt", page), .error),
        .bad("not-weights", "an error with a blank", file("a.pt", Array(#"{ "error": "gated" }"#.utf8)), .error),
        .bad(
            "not-weights", "an error that says so otherwise",
            file("b.engine", Array(#"{"message":"Not Found","status":"404"}"#.utf8)), .error),
        .bad("not-weights", "DVC for XGBoost", file("xgboost-model", Array("outs:\n- md5: 00\n".utf8)), .error),
        .good("not-weights", "Python's own", file("code/lib/x-nspkg.pth", Array("import sys, types, os\n".utf8))),
        .bad("not-weights", "a script as weights", file("model.pt", Array("import sys, types, os\n".utf8)), .error),
        .good("empty-weights", "Python's own", file("code/lib/x-nspkg.pth", [])),
        .bad("empty-weights", "of PyTorch", file("model.pth", [])),
        .good("empty-weights", "JSON of code", file("code/config.json", [])),
        .bad("empty-weights", "weights beside code", file("code/model.safetensors", [])),
        .good("invalid-json", "comments beside code", file("code/config.json", Array("// a\n{\"a\": 1}".utf8))),
        .bad("invalid-json", "cut beside code", file("code/config.json", Array("{\"a\": 1".utf8)), .warning),
        .good("not-weights", "words like those of a server", file("vocab.txt", Array("Not Found\nfound\n".utf8))),
        .bad("not-weights", "those of a server", file("vocab.txt", Array("Not Found\n".utf8)), .error),
        .good(
            "not-weights", "a model as JSON",
            file("xgboost-model", Array(#"{"learner":{"error":0},"version":[3]}"#.utf8))),
        .good("not-weights", "words", file("vocab.txt", Array("[PAD]\n[UNK]\n<html\n".utf8))),
        .good("not-weights", "data of one's own", file("messages.bin", Array(#"{"message":"hello"}"#.utf8))),
        .bad("damaged-weights", "zeros for XGBoost", file("xgboost-model", [UInt8](repeating: 0, count: 5000)), .error),
        .good("damaged-weights", "zeros that may be data", file("a.onnx_data", [UInt8](repeating: 0, count: 5000))),
        .bad("git-lfs-pointer", "in place of a file", file("a/.github/x", pointer), .error),
        .good("git-lfs-pointer", "Git's own", file(".git/lfs/objects/x", pointer)),
        .good("git-lfs-pointer", "Git's own below", file("a/.git/lfs/x", pointer)),
        .good("invalid-json", "infinities", file("config.json", Array(#"{"a":-Infinity}"#.utf8))),
        .good(
            "invalid-json", "in another place",
            file("config.json", Array(#"{"a":[-Infinity],"b":{"c":-Infinity},"d":2}"#.utf8))),
        .bad("invalid-json", "another word", file("config.json", Array(#"{"a":-Infinite}"#.utf8)), .error),
        .good("damaged-weights", "NVFP4", file("a.gguf", gguf(type: 40, bytes: 36, row: 64))),
        .good("damaged-weights", "Q1_0", file("a.gguf", gguf(type: 41, bytes: 18, row: 128))),
        .good("damaged-weights", "a type of a fork", file("a.gguf", gguf(type: 219, bytes: 18, row: 128))),
        .bad("damaged-weights", "a type that cannot be", file("a.gguf", gguf(type: 999, bytes: 18, row: 128)), .error),
        .bad("truncated-weights", "the last byte of NVFP4", file("a.gguf", gguf(type: 40, bytes: 35, row: 64)), .error),
        .good("not-weights", "a page of its own", file("index.html", Array("<!doctype html>".utf8))),
        .good(
            "not-weights", "text that is a model",
            file("model.bin", Array("2 3\nthe 0.1 0.2 0.3\nof 0.4 0.5 0.6\n".utf8))),
        .bad("format-mismatch", "HDF5", file("model.keras", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0])),
        .bad("format-mismatch", "a zip archive", file("model.safetensors", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0])),
        .good("format-mismatch", "a name of many formats", file("model.bin", whole)),
        .bad("format-mismatch", "the name of PyTorch's weights", file("pytorch_model.bin", whole), .error),
        .good("format-mismatch", "a pickle", file("pytorch_model.bin", [0x80, 2, 0x7D, 0x71, 0, 0x2E, 0, 0, 0, 0])),
        .good(
            "format-mismatch", "a long header",
            file(
                "model.safetensors",
                TinyModel.safetensors(header: "{" + String(repeating: " ", count: 638) + "}", data: []))),
        .bad("damaged-weights", "zeros for PyTorch", file("model.pt", [UInt8](repeating: 0, count: 5000))),
        .bad("damaged-weights", "zeros for NumPy", file("a.npy", [UInt8](repeating: 0, count: 5000))),
        .bad(
            "damaged-weights", "an array as text", file("a.npy", [0xC2, 0x93] + Array("NUMPY\u{1}\u{0}v\u{0}{".utf8))),
        .bad("damaged-weights", "arrays in no archive", file("a.npz", Array("not found, try again later".utf8))),
        .good("damaged-weights", "bytes that are mapped", file("a.npy", [UInt8](repeating: 7, count: 5000))),
        .good("damaged-weights", "a pickle of arrays", file("a.npz", [0x80, 4, 0x95, 1, 0, 0, 0, 0, 0, 0, 0, 0x2E])),
        .bad("empty-weights", "a tokenizer's configuration", file("tokenizer_config.json", [])),
        .bad("empty-weights", "XGBoost", file("xgboost-model", [])),
        .good("empty-weights", "JSON of one's own", file("data.json", [])),
        .bad("empty-weights", "safetensors", file("model.safetensors", [])),
        .bad("empty-weights", "a listing", .listing("s3://mybucket/a/", ["a/pytorch_model.bin"], size: 0)),
        .bad("empty-weights", "a pickle", file("model.joblib", [])),
        .good(
            "empty-weights", "what a cache says that the Hub has not",
            file("models--a--b/.no_exist/c1899d/adapter_config.json", [])),
        .bad("empty-weights", "of XGBoost", file("xgboost-model", [])),
        .bad("empty-weights", "a configuration", file("x/config.json", [])),
        .good(
            "empty-weights", "names that may be empty",
            .listing("s3://mybucket/a/", ["a/__init__.py", "a/x.bin", "a/x.lock"], size: 0)),
        .good("empty-weights", "size unknown", .listing("s3://mybucket/a/", ["a/model.safetensors"], size: nil)),
    ]
}
