import TestSupport

@testable import ModelArtifacts

/// What containers decide by the files of a model and what is in them.
extension RuleCase {
    private static func bytes(
        _ framework: Framework, _ contents: [ByteString: [UInt8]], _ environment: [String: String]? = nil
    ) -> Artifact {
        Artifact.directory(contents).served(by: framework, environment)
    }

    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]

    private static func below(_ directory: ByteString) -> [ByteString] {
        ["config.json", "model.safetensors", "tokenizer.json"].map { directory + "/" + $0 }
    }

    static let containerFiles: [RuleCase] =
        engines + poolings + embeddings + xgboostFiles + conflicts + modelArchives + parts

    private static func archive(_ manifest: String, _ files: ByteString...) -> Artifact {
        model(.torchserve, files, contents: ["MAR-INF/MANIFEST.json": manifest])
    }

    private static func manifest(_ members: String) -> String {
        #"{"runtime":"python","model":{"modelName":"m","modelVersion":"1.0","# + members + "}}"
    }

    private static func served(_ image: String?, _ files: [ByteString], _ manifest: String? = nil) -> Artifact {
        var contents: [ByteString: String] = [:]
        if let manifest { contents["m/MAR-INF/MANIFEST.json"] = manifest }
        return Artifact.directory(files + contents.keys.sorted(), contents: contents)
            .served(by: .pytorch, image: image)
    }

    private static let modelArchives: [RuleCase] = [
        .bad("missing-model-config", "no model", archive(#"{"model":null}"#, "model.pt"), .error),
        .good("missing-model-config", "no name", archive(#"{"createdOn":"1"}"#, "model.pt")),
        .good("missing-model-config", "an empty name", archive(#"{"model":{"modelName":""}}"#, "model.pt")),
        .good("missing-model-config", "no version", archive(#"{"model":{"modelName":"m"}}"#, "model.pt")),
        .bad(
            "missing-model-config", "no runtime",
            archive(#"{"runtime":null,"model":{"modelName":"m","modelVersion":1}}"#, "model.pt"), .error),
        .bad(
            "missing-model-config", "an unknown runtime",
            archive(#"{"runtime":"python2","model":{"handler":"image_classifier"}}"#, "model.pt"), .error),
        .bad("missing-model-config", "a number as the runtime", archive(#"{"runtime":3}"#, "model.pt"), .error),
        .good("missing-model-config", "a runtime", archive(#"{"runtime":"python3"}"#, "model.pt")),
        .good(
            "missing-model-config", "a number as the version",
            archive(#"{"model":{"modelName":"m","modelVersion":1}}"#, "model.pt")),
        .bad(
            "missing-inference-script", "no handler of its own", archive(#"{"model":{"modelName":"m"}}"#, "m.bin"),
            .error),
        .bad(
            "missing-inference-script", "SageMaker's own handler",
            archive(#"{"model":{"handler":"sagemaker_pytorch_serving_container.handler_service:handle"}}"#, "m.bin"),
            .error),
        .bad(
            "missing-inference-script", "a handler that serves instead of a script",
            archive(manifest(#""handler":"h.py""#), "code/inference.py"), .error),
        .good(
            "missing-inference-script", "a handler with a function in a directory",
            archive(manifest(#""handler":"src/h.py:run""#), "src/h.py")),
        .bad(
            "missing-inference-script", "a handler in a directory",
            archive(manifest(#""handler":"src/h.py""#), "src/h.py"), .error),
        .good(
            "missing-inference-script", "a lone directory with a handler",
            served(nil, ["m/h.py", "m/m.pt"], manifest(#""handler":"h.py","serializedFile":"m.pt""#))),
        .bad(
            "missing-inference-script", "a lone directory without its handler",
            served(nil, ["m/m.pt"], manifest(#""handler":"h.py","serializedFile":"m.pt""#)), .error),
        .bad(
            "missing-weights", "a lone directory without its weights",
            served(nil, ["m/w.pt"], manifest(#""handler":"image_classifier","serializedFile":"m.pt""#)), .error),
        .good("missing-inference-script", "a lone directory with TorchScript", served(nil, ["m/model.pt"])),
        .good(
            "missing-inference-script", "a lone directory in an image of today",
            served("pytorch-inference:2.0.1-cpu-py310", ["m/model.pt"])),
        .good(
            "missing-inference-script", "a lone directory in an image of one's own", served("mine:1.0", ["m/model.pt"])),
        .bad(
            "missing-inference-script", "a lone directory in an old image",
            served("pytorch-inference:2.0.0-cpu-py310", ["m/model.pt"]), .error),
        .bad("missing-inference-script", "a directory that is not alone", served(nil, ["m/model.pt", "x"]), .error),
        .good(
            "missing-weights", "a module beside the manifest",
            archive(manifest(#""handler":"mine","serializedFile":"m.pt""#), "mine.py", "m.pt")),
        .bad(
            "missing-weights", "a module beside the manifest and no weights",
            archive(manifest(#""handler":"mine","serializedFile":"w.pt""#), "mine.py", "m.pt"), .warning),
        .bad(
            "missing-inference-script", "no handler", archive(manifest(#""handler":"h.py:run""#), "m.pt"), .error),
        .good(
            "missing-inference-script", "a handler", archive(manifest(#""handler":"code/h.py:run""#), "h.py")),
        .good(
            "missing-inference-script", "a handler in code",
            archive(manifest(#""handler":"h.py","serializedFile":"m.pt""#), "m.pt", "code/h.py")),
        .good(
            "missing-inference-script", "one of its own", archive(manifest(#""handler":"image_classifier""#), "m.pt")),
        .bad(
            "missing-inference-script", "no class of the model",
            archive(manifest(#""handler":"image_classifier","modelFile":"net.py""#), "m.pt"), .error),
        .bad(
            "missing-inference-script", "no class of the model, with a handler",
            archive(manifest(#""handler":"h.py","modelFile":"net.py""#), "h.py"), .warning),
        .bad(
            "missing-weights", "a model archive",
            archive(manifest(#""handler":"image_classifier","serializedFile":"w.pt""#), "m.pt"), .error),
        .bad(
            "missing-weights", "a model archive with a handler",
            archive(manifest(#""handler":"h.py","serializedFile":"w.pt""#), "h.py"), .warning),
        .good(
            "missing-weights", "a whole model archive",
            archive(manifest(#""handler":"image_classifier","serializedFile":"m.pt""#), "m.pt")),
        .good(
            "missing-weights", "far away",
            archive(manifest(#""handler":"image_classifier","serializedFile":"a/b/c/m.pt""#), "m.pt")),
        .good("missing-model-config", "what is no manifest", archive("not JSON", "m.pt")),
    ]

    private static let parts: [RuleCase] = [
        .bad(
            "missing-weights", "a distributed checkpoint",
            model(.vllm, ["config.json", "tokenizer.json", "fsdp/__0_0.distcp", "fsdp/.metadata"]), .error),
        .bad(
            "missing-weights", "one of DeepSpeed",
            model(
                .huggingFace, ["tokenizer.json", "global_step9/zero_pp_rank_0_mp_rank_00_optim_states.pt"],
                contents: ["config.json": #"{"architectures":["BertForMaskedLM"]}"#]), .error),
        .good(
            "missing-weights", "one beside the weights",
            model(.vllm, ["config.json", "tokenizer.json", "model.safetensors", "fsdp/__0_0.distcp"])),
        .bad(
            "missing-model-config", "an adapter", model(.vllm, ["adapter_config.json", "adapter_model.safetensors"]),
            .error),
        .bad(
            "missing-model-config", "a pipeline for LMI", model(.djlLMI, ["model_index.json", "unet/config.json"]),
            .error),
        .good(
            "missing-model-config", "a pipeline for LMI with an engine",
            model(
                .djlLMI, ["model_index.json", "unet/config.json"], contents: ["serving.properties": "engine=Python\n"])),
        .bad(
            "missing-model-config", "a byte order mark",
            model(.djlLMI, ["a.bin"], contents: ["serving.properties": "\u{FEFF}engine=Python\n"]), .error),
        .bad(
            "missing-model-config", "code of its own beside the model",
            model(
                .djlLMI, ["llama/config.json", "llama/model.safetensors", "llama/tokenizer.json"],
                contents: ["code/serving.properties": "engine=Python\n"]), .error),
        .good(
            "missing-model-config", "two models",
            model(
                .djlLMI, ["a/config.json", "a/model.safetensors", "a/tokenizer.json", "b/model.py"],
                contents: ["b/serving.properties": "engine=Python\n"])),
        .bad(
            "lmi-model-id", "two names",
            model(
                .djlLMI, ["a"], contents: ["serving.properties": "option.model_id=a/b\noption.s3url=s3://mybucket/m/\n"]
            ),
            .error),
        .good(
            "lmi-model-id", "the old name",
            model(.djlLMI, ["a"], contents: ["serving.properties": "option.s3url=s3://mybucket/m/\n"])),
    ]

    private static func pooled(_ configuration: String, _ files: ByteString..., pooling: String? = nil) -> Artifact {
        var environment = here
        environment["POOLING"] = pooling
        return model(
            .tei, ["model.safetensors", "tokenizer.json"] + files, environment, contents: ["config.json": configuration]
        )
    }

    private static let poolings: [RuleCase] = [
        .bad(
            "missing-model-config", "no pooling for TEI",
            pooled(#"{"architectures": ["Qwen2Model"], "model_type": "qwen2"}"#)),
        .good(
            "missing-model-config", "pooling for TEI",
            pooled(
                #"{"architectures": ["Qwen2Model"], "model_type": "qwen2", "max_position_embeddings": 9}"#,
                "1_Pooling/config.json")),
        .good(
            "missing-model-config", "pooling by a variable",
            pooled(
                #"{"architectures": ["Qwen2Model"], "model_type": "qwen2", "max_position_embeddings": 9}"#,
                pooling: "mean")),
        .good(
            "missing-model-config", "BERT",
            pooled(
                #"{"architectures": ["XLMRobertaModel"], "model_type": "xlm-roberta", "max_position_embeddings": 9}"#)),
        .good(
            "missing-model-config", "a classifier",
            pooled(
                #"{"architectures": ["Qwen2ForSequenceClassification"], "model_type": "qwen2", "id2label": {}, "label2id": {}, "#
                    + #""max_position_embeddings": 9}"#)),
    ]

    private static let engines: [RuleCase] = [
        .bad("missing-model-config", "safetensors alone", model(.djlLMI, ["model.safetensors"]), .error),
        .bad("missing-model-config", "UBJSON alone", model(.djlLMI, ["model.ubj"]), .error),
        .bad("missing-model-config", "an exported program alone", model(.djlLMI, ["model.pt2"]), .error),
        .bad("missing-model-config", "a text alone", model(.djlLMI, ["model.txt"]), .error),
        .bad(
            "missing-model-config", "properties that tell no engine",
            model(.djlLMI, ["w.safetensors"], contents: ["serving.properties": "option.rolling_batch=vllm\n"]), .error),
        .good(
            "missing-model-config", "properties that tell one",
            model(.djlLMI, ["w.safetensors"], contents: ["serving.properties": "engine=Python\n"])),
        .good("missing-model-config", "ONNX", model(.djlLMI, ["model.onnx"])),
        .good("missing-model-config", "XGBoost", model(.djlLMI, ["model.json"])),
        .good(
            "missing-model-config", "a name of one's own",
            model(.djlLMI, ["a.pt"], contents: ["serving.properties": "option.modelName=a\n"])),
        .bad(
            "missing-model-config", "a dot file at the top makes all of it one model",
            model(.djlLMI, below("llm") + ["code/a.py", ".gitattributes"]), .error),
        .good(
            "missing-model-config", "a dot file beside one directory", model(.djlLMI, below("llm") + [".gitattributes"])
        ),
        .good("lmi-several-models", "a dot file at the top", model(.djlLMI, ["a/x.bin", ".keep", "model.py"])),
    ]

    private static func embedding(
        _ configuration: String, pooling: String? = nil, _ environment: [String: String] = [:]
    ) -> Artifact {
        var contents: [ByteString: String] = ["config.json": configuration]
        contents["1_Pooling/config.json"] = pooling
        return model(
            .tei, ["model.safetensors", "tokenizer.json"], here.merging(environment) { $1 }, contents: contents)
    }

    private static let qwen = #"{"architectures": ["Qwen3Model"], "model_type": "qwen3", "max_position_embeddings": 9}"#
    private static let byMaximum =
        #"{"pooling_mode_cls_token": false, "pooling_mode_mean_tokens": false, "pooling_mode_max_tokens": true}"#

    private static let embeddings: [RuleCase] = [
        .bad(
            "missing-model-config", "no positions",
            embedding(#"{"architectures": ["BertModel"], "model_type": "bert"}"#), .error),
        .good(
            "missing-model-config", "positions of Nomic",
            embedding(#"{"architectures": ["NomicBertModel"], "model_type": "nomic_bert", "max_trained_positions": 9}"#)
        ),
        .bad("missing-model-config", "pooling by the maximum", embedding(qwen, pooling: byMaximum), .error),
        .good(
            "missing-model-config", "pooling that a variable sets",
            embedding(qwen, pooling: byMaximum, ["POOLING": "mean"])),
        .good(
            "missing-model-config", "pooling by the last",
            embedding(qwen, pooling: String(byMaximum.dropLast()) + #", "pooling_mode_lasttoken": true}"#)),
        .bad(
            "missing-model-config", "classes without names",
            embedding(
                #"{"architectures": ["BertForSequenceClassification"], "model_type": "bert", "max_position_embeddings": 9}"#
            ), .error),
        .good(
            "missing-model-config", "classes that are passed over",
            embedding(
                #"{"architectures": ["NewForTokenClassification"], "model_type": "bert", "max_position_embeddings": 9}"#
            )),
    ]

    private static let ubj = Array("{L".utf8) + [0, 0, 0, 0, 0, 0, 0, 7] + Array("learner{}}".utf8)

    private static func beside(_ name: ByteString, _ text: [UInt8]) -> Artifact {
        bytes(.xgboost, ["xgboost-model": ubj, name: text])
    }

    private static let xgboostFiles: [RuleCase] = [
        .bad(
            "xgboost-extra-file", "metrics with a line's end", beside("metrics.json", Array("{\"auc\":0.9}\n".utf8)),
            .error),
        .bad(
            "xgboost-extra-file", "parameters of a learner",
            beside("params.json", Array(#"{"base_learner":"gbtree"}"#.utf8)), .error),
        .bad(
            "xgboost-extra-file", "a learner that is a value", beside("a.json", Array(#"{"kind":"learner"}"#.utf8)),
            .error),
        .bad("xgboost-extra-file", "HDF5", beside("m", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0]), .error),
        .bad("xgboost-extra-file", "safetensors", beside("m", TinyModel.safetensors("a")), .error),
        .bad("xgboost-extra-file", "PyTorch", beside("m.bin", TinyModel.saved), .error),
        .bad("xgboost-extra-file", "zlib", beside("scaler.joblib", [0x78, 0x9C, 0x4B, 0xAC, 0, 0]), .error),
        .bad(
            "xgboost-extra-file", "GGUF alone", bytes(.xgboost, ["model": Array("GGUF".utf8) + [3, 0, 0, 0, 1, 2]]),
            .error),
        .bad(
            "xgboost-extra-file", "TensorFlow Lite alone",
            bytes(.xgboost, ["model": [28, 0, 0, 0] + Array("TFL3".utf8) + [1, 2]]), .error),
        .bad(
            "xgboost-extra-file", "a SavedModel alone", bytes(.xgboost, ["model": [0x08, 0x01, 0x12, 0xFF, 0x80, 1]]),
            .error),
        .bad("xgboost-extra-file", "by its name alone", model(.xgboost, ["xgboost-model", "encoder.onnx"]), .error),
        .bad("xgboost-extra-file", "two models", beside("b.ubj", ubj), .warning),
        .bad("xgboost-extra-file", "UBJSON that is named as JSON", bytes(.xgboost, ["model.json": ubj]), .error),
        .good("xgboost-extra-file", "UBJSON", bytes(.xgboost, ["xgboost-model": ubj])),
        .good("xgboost-extra-file", "JSON with blanks", bytes(.xgboost, ["m": Array("{\n  \"learner\" : {}}\n".utf8)])),
        .good("xgboost-extra-file", "a pickle", bytes(.xgboost, ["m": [0x80, 4, 0x95, 1, 0, 0, 0, 0, 0, 0, 0, 0x8C]])),
        .good(
            "xgboost-extra-file", "a pickle of old", bytes(.xgboost, ["m": Array("ccopy_reg\n_reconstructor\n".utf8)])),
        .good(
            "xgboost-extra-file", "a page, of which another rule speaks",
            bytes(.xgboost, ["xgboost-model": Array("<html>".utf8)])),
    ]

    private static func tgi(_ contents: [ByteString: [UInt8]]) -> Artifact {
        var contents = contents
        contents["config.json"] = Array(#"{"model_type": "llama"}"#.utf8)
        contents["tokenizer.json"] = Array("{}".utf8)
        return bytes(.tgi, contents, here)
    }

    private static let conflicts: [RuleCase] = [
        .bad(
            "conflicting-weights", "a copy, for TGI",
            tgi([
                "model.safetensors": TinyModel.safetensors("a", "b"),
                "model (1).safetensors": TinyModel.safetensors("b"),
            ]), .error),
        .bad(
            "conflicting-weights", "a shard that was left over, for TGI",
            model(
                .tgi, ["config.json", "tokenizer.json", "model.safetensors", "model-00001-of-00002.safetensors"], here),
            .error),
        .good(
            "conflicting-weights", "other tensors, for TGI",
            tgi([
                "model.safetensors": TinyModel.safetensors("a"),
                "medusa_lm_head.safetensors": TinyModel.safetensors("b"),
            ])),
        .good(
            "conflicting-weights", "shards, for TGI",
            tgi([
                "model-00001-of-00002.safetensors": TinyModel.safetensors("a"),
                "model-00002-of-00002.safetensors": TinyModel.safetensors("b"),
            ])),
        .good(
            "conflicting-weights", "what TGI does not read",
            tgi([
                "model.safetensors": TinyModel.safetensors("a"),
                "training_args.safetensors": TinyModel.safetensors("a"),
            ])),
        .bad(
            "missing-shard", "left over, for Hugging Face",
            model(
                .huggingFace,
                ["config.json", "tokenizer.json", "pytorch_model.bin", "model-00001-of-00002.safetensors"]), .note),
        .bad(
            "missing-shard", "left over, for vLLM",
            model(.vllm, ["config.json", "tokenizer.json", "pytorch_model.bin", "model-00001-of-00002.safetensors"]),
            .error),
    ]
}
