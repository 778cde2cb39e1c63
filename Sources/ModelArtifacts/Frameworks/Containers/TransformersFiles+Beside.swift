/// Files beside the configuration of a model that servers of language models read besides.
extension TransformersFiles {
    /// What ModelOpt writes, which servers look for by themselves.
    ///
    /// Source: `get_config` in `transformers_utils/config.py` of vllm-project/vllm, `_parse_quant_hf_config` in
    /// `configs/model_config.py` of sgl-project/sglang.
    static let quantizationOfModelOpt = ["hf_quant_config.json"]
    /// What AutoGPTQ and AutoAWQ write, which servers read where a variable names the method.
    ///
    /// Source: `get_quant_config` in `model_loader/weight_utils.py` of vllm-project/vllm, `_get_quantizer_config` in
    /// `server/text_generation_server/utils/quantization.py` of huggingface/text-generation-inference.
    static let quantizationOfMethods = ["quantize_config.json", "quant_config.json"]

    /// Marks the files of these names that tell how the weights are quantized, if config.json does not tell that itself.
    func loadQuantization(_ names: [String], into decision: inout ContainerDecision) {
        guard !(configuration?.members.contains("quantization_config") ?? false) else { return }
        for name in names where has(name) {
            decision.load(directory.appending(ByteString(name)), as: .configuration)
        }
    }

    /// Marks the directories of the modules that a sentence transformer has behind its model.
    ///
    /// Source: `get_pooling_config` in `transformers_utils/config.py` and `_load_st_projector` in `models/adapters.py` of
    /// vllm-project/vllm.
    func loadModules(into decision: inout ContainerDecision) {
        guard has("modules.json") else { return }
        for entry in files.inside(directory) where entry.isDirectory {
            if entry.name.hasSuffix("_Pooling") { decision.load(entry.path, as: .configuration) }
            if entry.name.hasSuffix("_Dense") { decision.load(entry.path, as: .weights) }
        }
    }
}
