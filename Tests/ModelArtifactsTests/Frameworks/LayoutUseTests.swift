import Testing

@testable import ModelArtifacts

/// What each container makes of the files of a model: what it loads, and as what, what it does not look at, and which weights are
/// downloaded for nothing.
@Suite struct LayoutUseTests {
    struct Case: CustomTestStringConvertible {
        let framework: Framework
        var environment: [String: String] = [:]
        /// Each file with `-` for one that is ignored, `?` for one of which a script decides, `!` for one that is downloaded for nothing, or what it is loaded as.
        let files: [ByteString: String]

        var testDescription: String { framework.rawValue }
    }

    private static let here = ["HF_MODEL_ID": "/opt/ml/model"]

    static let cases: [Case] = [
        Case(
            framework: .huggingFace,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "pytorch_model.bin": "!",
                "tf_model.h5": "!", "onnx/model.onnx": "!", "tokenizer.json": "tokenizer", "vocab.txt": "tokenizer",
                "README.md": "-", "training_args.bin": "-", "model.fp16.safetensors": "!",
            ]),
        Case(
            framework: .huggingFace,
            files: [
                "code/inference.py": "script", "code/requirements.txt": "script", "weights.pt": "?",
                "config.json": "?", "vocab.txt": "?", "README.md": "-",
            ]),
        Case(
            framework: .huggingFace,
            files: [
                "config.json": "configuration", "pytorch_model.bin.index.json": "weights", "vocab.txt": "tokenizer",
                "pytorch_model-00001-of-00002.bin": "weights", "pytorch_model-00002-of-00002.bin": "weights",
                "flax_model.msgpack": "!",
            ]),
        Case(
            framework: .vllm,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "pytorch_model.bin": "!",
                "original/consolidated.00.pth": "!", "tokenizer.model": "tokenizer", "modeling.py": "script",
                "LICENSE": "-", "generation_config.json": "configuration",
            ]),
        Case(
            framework: .huggingFace,
            files: [
                "model_index.json": "configuration", "unet/config.json": "configuration",
                "sd_xl_base_1.0.safetensors": "!",
                "unet/diffusion_pytorch_model.safetensors": "weights", "unet/model.onnx": "!",
                "unet/diffusion_pytorch_model.fp16.safetensors": "!", "unet/diffusion_flax_model.msgpack": "!",
                "unet/openvino_model.bin": "!", "tokenizer/vocab.json": "tokenizer",
                "scheduler/scheduler_config.json": "configuration",
            ]),
        Case(
            framework: .sglang,
            files: [
                "config.json": "configuration", "model-00001-of-00001.safetensors": "weights",
                "model.safetensors.index.json": "weights", "consolidated.safetensors": "!",
            ]),
        Case(
            framework: .vllm,
            files: [
                "config.json": "configuration", "params.json": "configuration", "consolidated.safetensors": "weights",
                "model-00001-of-00001.safetensors": "!", "model.safetensors.index.json": "-",
            ]),
        Case(
            framework: .vllm,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "hf_quant_config.json": "configuration",
                "quantize_config.json": "-", "modules.json": "configuration", "1_Pooling/config.json": "configuration",
                "2_Dense/model.safetensors": "weights", "pytorch_model.bin.index.json": "-",
                "normalizer.json": "tokenizer", "additional_chat_templates/tool.jinja": "tokenizer",
                "figures/a.json": "-",
            ]),
        Case(
            framework: .vllm, environment: ["SM_VLLM_QUANTIZATION": "gptq"],
            files: [
                "config.json": "configuration", "model.safetensors": "weights",
                "quantize_config.json": "configuration", "1_Pooling/config.json": "-",
            ]),
        Case(
            framework: .huggingFace,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "spm.model": "tokenizer",
                "bpe.codes": "tokenizer", "entity_vocab.json": "tokenizer", "labels.json": "-",
                "hf_quant_config.json": "-", "pytorch_model.bin.index.json": "-",
            ]),
        Case(
            framework: .djlLMI,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "hf_quant_config.json": "configuration",
                "pytorch_model.bin.index.json": "-", "pytorch_model-00001-of-00001.bin": "!",
            ]),
        Case(
            framework: .sglang,
            files: [
                "config.json": "configuration", "pytorch_model.bin": "weights", "model.onnx": "!", "a.md": "-",
                "hf_quant_config.json": "configuration", "quant_config.json": "-",
            ]),
        Case(
            framework: .tgi, environment: here,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "training_args.safetensors": "!",
                "tokenizer_config.json": "tokenizer", "special_tokens_map.json": "tokenizer", "quant_config.json": "-",
            ]),
        Case(
            framework: .tgi, environment: here.merging(["QUANTIZE": "awq"]) { one, _ in one },
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "quant_config.json": "configuration",
            ]),
        Case(
            framework: .tei, environment: here,
            files: [
                "config.json": "configuration", "model.safetensors": "weights", "pytorch_model.bin": "!",
                "1_Pooling/config.json": "configuration", "2_Dense/model.safetensors": "weights",
                "tokenizer.json": "tokenizer", "openvino/openvino_model.bin": "!", "README.md": "-",
            ]),
        Case(
            framework: .llamaCpp,
            files: ["a/b-q4.gguf": "!", "model-q4.gguf": "weights", "other-q8.gguf": "!", "config.json": "-"]),
        Case(
            framework: .llamaCpp,
            files: ["m-00001-of-00002.gguf": "weights", "m-00002-of-00002.gguf": "weights", "z.gguf": "!"]),
        Case(
            framework: .djlLMI, environment: ["OPTION_ENABLE_LORA": "true"],
            files: [
                "serving.properties": "configuration", "config.json": "configuration", "model.safetensors": "weights",
                "pytorch_model.bin": "!", "tokenizer.json": "tokenizer", "README.md": "-",
                "adapters/a/x.bin": "weights",
                "requirements.txt": "script",
            ]),
        Case(
            framework: .djlLMI,
            files: ["m/serving.properties": "configuration", "m/model.py": "script", "m/weights.bin": "model"]),
        Case(framework: .pytorch, files: ["model.pt": "weights", "other.pth": "!", "notes.txt": "-"]),
        Case(
            framework: .torchserve,
            files: ["MAR-INF/MANIFEST.json": "model", "model.pt": "model", "handler.py": "model"]),
        Case(
            framework: .tensorFlowServing,
            files: [
                "m/2/saved_model.pb": "version", "m/2/variables/variables.index": "version", "model.h5": "!",
                "m/2/variables/variables.data-00000-of-00001": "version", "code/inference.py": "script", "x": "-",
            ]),
        Case(
            framework: .triton,
            files: [
                "m/config.pbtxt": "configuration", "m/1/model.onnx": "version", "m/2/model.onnx": "version",
                "m/labels.txt": "model", "m/README.md": "-", "m/01/model.onnx": "!", "model.onnx": "!",
            ]),
        // Without a file that says otherwise the latest version is loaded.
        Case(
            framework: .triton,
            files: [
                "m/2/model.onnx": "!", "m/9/model.onnx": "!", "m/10/model.onnx": "version", "m/labels.txt": "model",
            ]
        ),
        Case(framework: .xgboost, files: ["xgboost-model": "model", "code/a.py": "-", "old/xgboost-model": "!"]),
        Case(
            framework: .sklearn,
            files: [
                "model.joblib": "?", "code/inference.py": "script", "README.md": "-", "labels.json": "?",
                "data/words.txt": "?",
            ]),
        Case(
            framework: .pytorch,
            files: ["code/inference.py": "script", "model.jit": "?", "model.pth": "?", "LICENSE": "-"]),
        Case(
            framework: .xgboost,
            environment: ["SAGEMAKER_PROGRAM": "a.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"],
            files: ["xgboost-model": "?", "code/a.py": "script", "features.csv": "?", "README.md": "-"]),
        Case(
            framework: .vllm,
            environment: ["SM_VLLM_MODEL": "a/b", "SM_VLLM_LORA_MODULES": #"{"path":"/opt/ml/model/ad"}"#],
            files: ["ad/adapter_model.safetensors": "weights", "other.safetensors": "!"]),
        Case(
            framework: .vllm,
            environment: [
                "SM_VLLM_LORA_MODULES": "a=/opt/ml/model/ad", "HF_HOME": "/opt/ml/model",
                "SM_VLLM_SPECULATIVE_CONFIG": #"{"model": "/opt/ml/model/draft", "num_speculative_tokens": 3}"#,
            ],
            files: [
                "config.json": "configuration", "model.safetensors": "weights",
                "ad/adapter_model.safetensors": "weights",
                "draft/model.safetensors": "weights", "old/model.safetensors": "!", "requirements.txt": "script",
            ]),
        Case(
            framework: .llamaCpp,
            environment: [
                "SM_LLAMA_CPP_MODEL": "/opt/ml/model/qwen.gguf", "SM_LLAMA_CPP_MMPROJ": "/opt/ml/model/mmproj-m.gguf",
            ],
            files: ["qwen.gguf": "weights", "mmproj-m.gguf": "weights", "other.gguf": "!"]),
        Case(
            framework: .tgi, environment: here.merging(["LORA_ADAPTERS": "a=/opt/ml/model/ad"]) { one, _ in one },
            files: ["config.json": "configuration", "m.safetensors": "weights", "ad/adapter_model.bin": "weights"]),
        Case(
            framework: .djlLMI, environment: ["OPTION_ENABLE_LORA": "false"],
            files: ["config.json": "configuration", "m.safetensors": "weights", "adapters/a/x.bin": "!"]),
    ]

    /// What an index names is loaded wherever it lies, and nothing besides.
    @Test(arguments: [Framework.huggingFace, .tei]) func shardsThatAnIndexNames(_ framework: Framework) {
        var files = ModelFiles()
        let names: [ByteString] = [
            "config.json", "model.safetensors.index.json", "model-00001-of-00003.safetensors", "tokenizer.json",
            "w/model-00001-of-00002.safetensors", "w/model-00002-of-00002.safetensors",
        ]
        files.add("w", size: nil, isDirectory: true)
        for name in names { files.add(name, size: 10, isDirectory: false) }
        let shards = names.suffix(2).map { ShardIndex.Shard(name: $0, tensors: 1) }
        files.add(.shardIndex(ShardIndex(shards: Array(shards))), of: "model.safetensors.index.json")
        let container = Container(framework: framework, environment: framework == .tei ? Self.here : nil)
        let decision = framework.decide(files, container)
        for shard in shards { #expect(decision?.use(of: shard.name) == .loads(as: "weights")) }
        #expect(decision?.use(of: "model-00001-of-00003.safetensors") == .downloadsForNothing)
        #expect(decision?.use(of: "model.safetensors.index.json") == .loads(as: "weights"))
    }

    @Test(arguments: cases) func marks(_ one: Case) {
        var files = ModelFiles()
        for path in one.files.keys.sorted() {
            var directory = path.parent
            while !directory.isEmpty {
                files.add(directory, size: nil, isDirectory: true)
                directory = directory.parent
            }
            files.add(path, size: 10, isDirectory: false)
        }
        let container = Container(framework: one.framework, environment: one.environment)
        let decision = one.framework.decide(files, container)
        for (path, mark) in one.files.sorted(by: { $0.key < $1.key }) {
            let found =
                switch decision?.use(of: path) {
                case .loads(let role): role
                case .dependsOnScript: "?"
                case .ignores: "-"
                case .downloadsForNothing: "!"
                case nil: ""
                }
            #expect(found == mark, "\(path)")
        }
    }

    /// The server for processors tries ONNX first, the one for GPUs is built without it.
    @Test(
        arguments: [
            (nil, .loads(as: "weights")), ("tei-cpu:2.0.1-tei1.8.2-cpu-py310", .loads(as: "weights")),
            ("tei:2.0.1-tei1.8.2-gpu-py310-cu122", .downloadsForNothing),
        ] as [(String?, LayoutUse)])
    func modelsOfONNX(_ image: String?, _ use: LayoutUse) {
        var files = ModelFiles()
        files.add("onnx", size: nil, isDirectory: true)
        let names: [ByteString] = ["config.json", "model.safetensors", "onnx/model.onnx", "onnx/model_int8.onnx"]
        for name in names { files.add(name, size: 10, isDirectory: false) }
        let container = Container(
            framework: .tei, image: image.map { ContainerImage($0) }, environment: Self.here)
        let decision = Framework.tei.decide(files, container)
        #expect(decision?.use(of: "onnx/model.onnx") == use)
        #expect(decision?.use(of: "onnx/model_int8.onnx") == .downloadsForNothing)
        #expect(decision?.use(of: "model.safetensors") == .loads(as: "weights"))
    }

    /// Where config.json says how the weights are quantized, nobody looks for that elsewhere.
    @Test func quantizationIsToldOnce() {
        for (text, use) in [
            (#"{"quantization_config": {}}"#, .ignores), ("{}", .loads(as: "configuration")),
        ] as [(String, LayoutUse)] {
            var files = ModelFiles()
            for name in ["config.json", "model.safetensors", "hf_quant_config.json"] as [ByteString] {
                files.add(name, size: 10, isDirectory: false)
            }
            files.add(contents: Array(text.utf8), of: "config.json")
            for framework in [Framework.vllm, .sglang, .djlLMI] {
                let decision = framework.decide(files, Container(framework: framework))
                #expect(decision?.use(of: "hf_quant_config.json") == use, "\(framework)")
            }
        }
    }

    /// Without a model_fn the container loads the model, and the script does the rest.
    @Test func aScriptThatLoadsNothing() {
        for (text, isLoaded) in [("def predict_fn(data, model): pass\n", true), ("def model_fn(d): pass\n", false)] {
            var files = ModelFiles()
            files.add("code", size: nil, isDirectory: true)
            files.add("code/inference.py", size: 10, isDirectory: false)
            files.add("model.pth", size: 10, isDirectory: false)
            files.add(contents: Array(text.utf8), of: "code/inference.py")
            let decision = Framework.pytorch.servingContainer?.decide(files, Container(framework: .pytorch))
            let expected: LayoutUse = isLoaded ? .loads(as: "weights") : .dependsOnScript
            #expect(decision?.use(of: "model.pth") == expected)
            #expect(decision?.use(of: "code/inference.py") == .loads(as: "script"))
        }
    }

    @Test func everyContainerIsThere() {
        let all = Set(Self.cases.map(\.framework))
        #expect(all == Set(Framework.allCases).subtracting([.multiModel]))
    }
}
