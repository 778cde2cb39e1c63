import TestSupport
import Testing

@testable import ModelArtifacts

/// What findings about containers say to do leads to a model that is served.
@Suite struct ContainerHelpTests {
    private func found(_ rule: String, _ artifact: Artifact) throws -> Finding {
        try #require(artifact.findings().first { $0.rule == rule })
    }

    private func served(
        _ framework: Framework, _ files: [ByteString], _ environment: [String: String]? = nil,
        contents: [ByteString: String] = [:]
    ) -> Artifact {
        Artifact.directory(files + contents.keys.sorted(), contents: contents).served(by: framework, environment)
    }

    /// A sentence transformer holds configurations of its parts; the model is the outermost.
    @Test(arguments: [Framework.tei, .vllm, .huggingFace, .sglang, .djlLMI, .tgi])
    func theOutermostModelIsMeant(_ framework: Framework) throws {
        let environment = [.tei, .tgi].contains(framework) ? ["HF_MODEL_ID": "/opt/ml/model"] : nil
        let files: [ByteString] = [
            "README.md", "minilm/1_Pooling/config.json", "minilm/config.json", "minilm/model.safetensors",
            "other/config.json",
        ]
        let found = try found("missing-model-config", served(framework, files, environment))
        // Where a variable names the directory, that is what is to be changed.
        let help =
            environment == nil
            ? "deploy what is in 'minilm', not the directory around it" : "set HF_MODEL_ID to /opt/ml/model/minilm"
        #expect(found.help == help)
        // Whatever comes first by its name.
        let turned = files.map { ByteString(String(decoding: $0.bytes, as: UTF8.self).replacing("other", with: "a")) }
        let again = try self.found("missing-model-config", served(framework, turned, environment))
        #expect(again.help == found.help)
    }

    /// What names the place has to name one that is there, and a file where it names a file.
    @Test func variablesAreToNameWhatIsThere() throws {
        let hub: [ByteString] = ["config.json", "model.safetensors", "tokenizer.json"]
        for (framework, variable) in [(Framework.vllm, "SM_VLLM_MODEL"), (.tgi, "HF_MODEL_ID")] {
            let absent = [variable: "/opt/ml/model/nope"]
            let top = try found("missing-model-config", served(framework, hub, absent))
            #expect(top.help == "set \(variable) to /opt/ml/model")
            let below = try found("missing-model-config", served(framework, hub.map { "m/" + $0 }, absent))
            #expect(below.help == "set \(variable) to /opt/ml/model/m")
        }
        for value in ["m.gguf", "/models/m.gguf"] {
            let named = try found(
                "artifact-not-used", served(.llamaCpp, ["a.gguf", "m.gguf"], ["SM_LLAMA_CPP_MODEL": value]))
            #expect(named.help.hasPrefix("set SM_LLAMA_CPP_MODEL to /opt/ml/model/m.gguf,"))
        }
        let capital = try found("missing-weights", served(.llamaCpp, ["m.GGUF"]))
        #expect(capital.help == "rename it to 'm.gguf'")
    }

    /// The task that is proposed is one that the architecture is for.
    @Test(arguments: [
        ("ViTForImageClassification", "image-classification"), ("Wav2Vec2ForCTC", "automatic-speech-recognition"),
        ("DetrForObjectDetection", "object-detection"), ("CLIPModel", "zero-shot-image-classification"),
        ("SegformerForSemanticSegmentation", "image-segmentation"), ("BertModel", "feature-extraction"),
        ("OwlViTForZeroShotObjectDetection", "zero-shot-object-detection"),
    ])
    func aTaskIsProposed(_ architecture: String, _ task: String) throws {
        let model = served(
            .huggingFace, ["model.safetensors", "vocab.txt"],
            contents: ["config.json": #"{"architectures": ["\#(architecture)"]}"#])
        #expect(try found("unknown-task", model).help.hasPrefix("set HF_TASK to \(task) in the environment"))
    }

    /// What a browser called a second download may be the file that is missing.
    @Test func copiesAreToBeRenamed() throws {
        let help = "has the name of a copy of it: if it is whole, rename it: "
        let weights = served(.huggingFace, ["config.json", "vocab.txt", "model (1).safetensors"])
        let renaming = "'model (1).safetensors' \(help)`mv 'model (1).safetensors' model.safetensors`"
        #expect(try found("missing-weights", weights).help == renaming)
        let configuration = served(.vllm, ["config (2).json", "vocab.txt", "model.safetensors"])
        #expect(
            try found("missing-model-config", configuration).help
                == "'config (2).json' \(help)`mv 'config (2).json' config.json`")
        let tokenizer = served(.vllm, ["config.json", "tokenizer - Copy.json", "model.safetensors"])
        #expect(try found("missing-tokenizer", tokenizer).help.contains("`mv 'tokenizer - Copy.json' tokenizer.json`"))
        let shards: [ByteString] = ["m/model-00001-of-00002 (1).safetensors", "m/model-00002-of-00002.safetensors"]
        let renamed = "`mv 'model-00001-of-00002 (1).safetensors' model-00001-of-00002.safetensors`"
        #expect(try found("missing-shard", .directory(shards)).help == "'\(shards[0])' \(help)\(renamed)")
        let index = #"{"metadata": {}, "weight_map": {"a": "model-00001-of-00002.safetensors"}}"#
        let indexed = Artifact.directory(["m/model.safetensors.index.json": Array(index.utf8)], shards[0])
        #expect(try found("missing-shard", indexed).help == "'\(shards[0])' \(help)\(renamed)")
        // Of other names nothing is known.
        let other = served(.huggingFace, ["config.json", "vocab.txt", "weights (1).safetensors"])
        #expect(try !found("missing-weights", other).help.contains("rename"))
    }

    @Test func hiddenModelsAreToBeRenamed() throws {
        let hidden = try found("missing-weights", served(.xgboost, [".xgboost-model"]))
        #expect(
            hidden.message.hasPrefix("'.xgboost-model' begins with a dot, and the container passes over such names"))
        #expect(hidden.help == "rename it: `mv .xgboost-model xgboost-model`")
        let wrapped = try found("missing-weights", served(.xgboost, ["._xgboost-model", "m/xgboost-model"]))
        #expect(wrapped.message.hasPrefix("'m/xgboost-model' lies in a directory"))
    }

    @Test func onlyALikeFileIsToBeRenamed() throws {
        let configuration: [ByteString: String] = ["m/config.pbtxt": "backend: \"onnxruntime\""]
        let people = try found(
            "triton-no-model-file", served(.triton, ["m/1/README.md", "m/1/src/a.txt"], contents: configuration))
        #expect(people.help == "put the model's file there, or say another backend in config.pbtxt")
        #expect(!people.message.contains("README"))
        let like = try found("triton-no-model-file", served(.triton, ["m/1/resnet.onnx"], contents: configuration))
        #expect(like.help.hasPrefix("rename it to 'model.onnx'"))
    }

    /// Of several directories the one that is proposed is a model, and first of all an ensemble.
    @Test func aModelIsProposed() throws {
        let files: [ByteString] = ["__pycache__/a.pyc", "code/a.py", "net/1/model.onnx", "pre/1/model.py"]
        let plain = try found("triton-ambiguous-model", served(.triton, files))
        #expect(plain.help.contains("NAME=net`") && plain.help.hasSuffix("and move '__pycache__', 'code' elsewhere"))
        let ensemble: [ByteString: String] = [
            "net/config.pbtxt": "backend: \"onnxruntime\"",
            "pipe/config.pbtxt": "ensemble_scheduling { step { model_name: \"net\" } }",
        ]
        let whole = try found(
            "triton-ambiguous-model", served(.triton, files + ["pipe/1/.keep"], contents: ensemble))
        #expect(whole.help.contains("NAME=pipe`"))
    }

    /// No directory is proposed that the server would not load, and no part of an ensemble in its place.
    @Test func onlyWhatIsServedIsProposed() throws {
        let name = "SAGEMAKER_TRITON_DEFAULT_MODEL_NAME"
        let model = "name the model to serve in \(name): a directory at the top with NAME/config.pbtxt and NAME/1/"
        let litter: [ByteString] = [".git/HEAD", ".ipynb_checkpoints/a", "code/inference.py"]
        #expect(try found("triton-ambiguous-model", served(.triton, litter)).help == model)
        let versions: [ByteString] = [".cache/1/model.onnx", "m/config.pbtxt", "n/1/model.onnx"]
        let one = try found("triton-ambiguous-model", served(.triton, versions))
        #expect(one.help.contains("NAME=n`") && !one.help.contains("elsewhere"))
        let ensemble: [ByteString: String] = [
            "pipe/config.pbtxt": "ensemble_scheduling { step { model_name: \"net\" } }"
        ]
        let part = served(.triton, ["net/1/model.onnx"], contents: ensemble)
        #expect(try found("triton-ambiguous-model", part).help == model)
        let absent = try found("triton-ambiguous-model", served(.triton, versions + ["o/1/model.py"], [name: "x"]))
        #expect(absent.help == "set \(name) to one of: 'n', 'o'")
        #expect(try found("triton-ambiguous-model", served(.triton, litter, [name: "x"])).help == model)
    }

    /// What is there instead says what to do.
    @Test func formsOfTraining() throws {
        let files: [ByteString] = ["config.json", "tokenizer.json"]
        let sharded = try found("missing-weights", served(.vllm, files + ["out/__0_0.distcp"]))
        #expect(sharded.help.contains("`accelerate merge-weights out model`"))
        let zero = try found("missing-weights", served(.vllm, files + ["s/mp_rank_00_model_states.pt"]))
        #expect(zero.help.contains("zero_to_fp32.py"))
        let adapter = try found("missing-model-config", served(.vllm, ["adapter_config.json"]))
        #expect(adapter.help.contains("merge_and_unload"))
        // Where the merged model is there, it is the one.
        let merged = try found("missing-model-config", served(.vllm, ["adapter_config.json", "merged/config.json"]))
        #expect(merged.help == "deploy what is in 'merged', not the directory around it")
        let diffusers = try found("missing-model-config", served(.vllm, ["model_index.json", "vae/config.json"]))
        #expect(diffusers.message.contains("a pipeline of diffusers") && !diffusers.help.contains("vae"))
        let pipeline = try found("missing-model-config", served(.djlLMI, ["model_index.json", "unet/config.json"]))
        #expect(pipeline.message.hasPrefix("'model_index.json'") && pipeline.help.contains("serving.properties"))
    }

    @Test func onlyArchivesMayBeManyModels() throws {
        let found = try found("nested-archive", .directory(["a.tar.gz", "b/c.tar.gz"]))
        #expect(found.help.contains("--framework multi-model"))
        let beside = try self.found("nested-archive", .directory(["a.tar.gz", "b/c.tar.gz", "README.md"]))
        #expect(!beside.help.contains("multi-model"))
    }

    @Test func aRepositoryInADirectoryIsUnwrapped() throws {
        let files: [ByteString] = ["model_repository/vgg/config.pbtxt", "model_repository/vgg/1/model.onnx"]
        #expect(try found("triton-no-version", served(.triton, files)).help.contains("-C model_repository ."))
    }

    /// Secrets of an address are no part of the name of a model.
    @Test func namesOfModelsAreShownWithoutSecrets() throws {
        #expect(HubModel.shown("meta-llama/Llama-3.1-8B") == "meta-llama/Llama-3.1-8B")
        #expect(HubModel.shown("s3://bucket/a@b/") == "s3://bucket/a@b/")
        #expect(HubModel.shown("https://u:secret@host/a@b?X-Amz-Signature=secret") == "https://…@host/a@b?…")
        let artifact = served(.djlLMI, ["serving.properties"], ["OPTION_MODEL_ID": "https://me:secret@hub/a/b"])
        #expect(!(try found("lmi-model-id", artifact)).message.contains("secret"))
    }

    /// Where one of many models is unpacked is not where a single one is.
    @Test func oneOfManyIsElsewhere() throws {
        let artifact = Artifact.archive("model.safetensors", "vocab.txt").served(by: .vllm).with {
            $0.hosting = .oneOfMany
            $0.container?.hosting = .oneOfMany
        }
        let found = try found("missing-model-config", artifact)
        #expect(found.message.contains("/opt/ml/models/…/model'") && !found.message.contains("/opt/ml/model'"))
    }

    /// Behind the graph of an ONNX model more may follow, of which nothing is known once it is cut.
    @Test func aCutModelLacksAtLeastSoMuch() throws {
        let graph: [UInt8] = [0x08, 8, 0x3A, 20] + [UInt8](repeating: 0, count: 5)
        let found = try found("truncated-weights", .directory(["a.onnx": graph]))
        #expect(found.message.contains("at least 15 bytes are missing"))
    }
}
