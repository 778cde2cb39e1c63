import TestSupport

@testable import ModelArtifacts

extension RuleCase {
    private static func file(_ path: ByteString, _ bytes: [UInt8]) -> Artifact { .directory([path: bytes]) }

    private static func header(_ json: String, data: Int = 4) -> Artifact {
        file("model.safetensors", TinyModel.safetensors(header: json, data: [UInt8](repeating: 1, count: data)))
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
        .good("not-weights", "a page of its own", file("index.html", Array("<!doctype html>".utf8))),
        .good(
            "not-weights", "text that is a model",
            file("model.bin", Array("2 3\nthe 0.1 0.2 0.3\nof 0.4 0.5 0.6\n".utf8))),
        .bad("format-mismatch", "HDF5", file("model.keras", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0])),
        .bad("format-mismatch", "a zip archive", file("model.safetensors", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0])),
        .good("format-mismatch", "a name of many formats", file("model.bin", whole)),
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
        .bad("empty-weights", "of XGBoost", file("xgboost-model", [])),
        .bad("empty-weights", "a configuration", file("x/config.json", [])),
        .good(
            "empty-weights", "names that may be empty",
            .listing("s3://mybucket/a/", ["a/__init__.py", "a/x.bin", "a/x.lock"], size: 0)),
        .good("empty-weights", "size unknown", .listing("s3://mybucket/a/", ["a/model.safetensors"], size: nil)),
    ]
}
