/// What reads the images and the sound that a model of language takes beside texts.
///
/// Source: `attributes` in `models/*/processing_*.py`, and `get_image_processor_dict` in `image_processing_base.py` of
/// huggingface/transformers; `cached_processor_from_config` in `transformers_utils/processor.py` of vllm-project/vllm, `get_processor`
/// in `utils/hf_transformers_utils.py` of sgl-project/sglang, and `get_model` in `models/__init__.py` of TGI's server, which call it
/// when they start.
extension TransformersFiles {
    /// Types of models whose processor has one for images, for which `vision_config` stands in config.json.
    private static let seeing: Set<String> = [
        "gemma3", "idefics3", "internvl", "llama4", "llava", "llava_next", "llava_onevision", "mistral3", "mllama",
        "paligemma", "qwen2_5_vl", "qwen2_vl", "qwen3_vl", "qwen3_vl_moe", "smolvlm",
    ]

    /// The fault that it is not there; nil if it is, or the model takes nothing but text, or is loaded in another way.
    var withoutProcessor: ContainerFault? {
        guard let found = configuration, found.modules.isEmpty, !has("params.json"),
            !has(anyOf: ModelNames.preprocessors), !weights.contains(where: { $0.name.hasSuffix(".gguf") }),
            found.firstArchitecture?.hasSuffix("ForConditionalGeneration") ?? false, let type = found.modelType,
            type == "whisper" || (Self.seeing.contains(type) && found.members.contains("vision_config"))
        else { return nil }
        let input = type == "whisper" ? "sound" : "images"
        return ContainerFault(
            .missingModelConfig,
            "'\(directory.appending("preprocessor_config.json"))' is missing, by which a model of the type \(type) reads \(input): "
                + "transformers says \"\(place) does not appear to have a file named preprocessor_config.json\", or that it cannot load the "
                + "processor",
            help: "save it beside the model: `AutoProcessor.from_pretrained(NAME).save_pretrained('model')`",
            gravity: .warning)
    }
}
