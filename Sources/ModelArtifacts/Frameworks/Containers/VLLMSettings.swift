/// What variables of vLLM want of the artifact: a form of it, and files in it.
///
/// Source: `_prepare_weights` in `model_loader/default_loader.py`, `_download_mistral_config_file` in `transformers_utils/config.py`,
/// `load_chat_template` in `entrypoints/chat_utils.py` and `init_static_loras` in `entrypoints/openai/serving_models.py` of
/// vllm-project/vllm.
struct VLLMSettings {
    private let model: TransformersFiles
    private let container: Container

    init(_ model: TransformersFiles, _ container: Container) { (self.model, self.container) = (model, container) }

    var faults: [ContainerFault] { [form, configuration].compactMap { $0 } + absent }

    /// The fault that weights are to be loaded in a form of which there are none; other formats load in ways of their own.
    private var form: ContainerFault? {
        let variable = "SM_VLLM_LOAD_FORMAT"
        let names = model.files.files(in: model.directory).map(\.name)
        let wanted: String
        switch container.value(variable) ?? "" {
        case "mistral": wanted = "consolidated*.safetensors"
        case "pt": wanted = "*.pt"
        case "safetensors": wanted = "*.safetensors"
        default: return nil
        }
        // It takes those of PyTorch where there are no others.
        let isThere = names.contains { name in
            name.hasSuffix(".pt")
                || (wanted.hasSuffix(".safetensors") && name.hasSuffix(".safetensors")
                    && (wanted == "*.safetensors" || name.hasPrefix("consolidated")))
        }
        // That there are no weights at all is said already.
        guard !isThere, let other = model.weights.first else { return nil }
        return ContainerFault(
            .missingWeights, at: other.path,
            "'\(other.path)' is not what \(variable) asks for, which is \(wanted): the container says \"Cannot find any model weights with "
                + "`\(model.place)`\"",
            help: "leave \(variable) out: without it the server takes what is there")
    }

    /// The fault that the configuration is to be of Mistral's form, and there is none.
    private var configuration: ContainerFault? {
        let variable = "SM_VLLM_CONFIG_FORMAT"
        guard container.value(variable) == "mistral", !model.has("params.json"), model.has("config.json") else {
            return nil
        }
        let path = model.directory.appending("config.json")
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' is not what \(variable) asks for, which is params.json: the container says \"Failed to load mistral 'params.json' "
                + "config for model \(model.place)\"",
            help: "leave \(variable) out: without it the server takes what is there")
    }

    /// Variables that name what is loaded when the server starts.
    private static let naming = [
        "SM_VLLM_CHAT_TEMPLATE", "SM_VLLM_HF_CONFIG_PATH", "SM_VLLM_LORA_MODULES", "SM_VLLM_SPECULATIVE_CONFIG",
        "SM_VLLM_TOKENIZER",
    ]

    /// The faults that a variable names a file or a directory in the artifact that is not there.
    private var absent: [ContainerFault] {
        Self.naming.compactMap { variable in
            let missing = container.paths(in: variable).first { path in
                let depth = path.bytes.count { $0 == UInt8(ascii: "/") } + 1
                return !path.isEmpty && depth <= ModelFiles.knownDepth && !model.files.hasFile(path)
                    && !model.files.hasDirectory(path)
            }
            return missing.map { path in
                ContainerFault(
                    .refusedSetting,
                    "'\(ModelDirectory.path(of: path))' is what \(variable) names, and the model has nothing of that name, so that the "
                        + "server stops",
                    help: "put it there, or name what is there")
            }
        }
    }
}
