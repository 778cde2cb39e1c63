/// What TGI's launcher does not take from its environment, which it looks at before it loads anything.
///
/// Source: `Validate args` in `launcher/src/main.rs` of huggingface/text-generation-inference.
enum TGISettings {
    /// Source: the fields of `Args`, and `enum Quantization` and `enum Dtype` of all releases since 1.0, in `launcher/src/main.rs`;
    /// `sagemaker-entrypoint.sh` for the first of each group.
    private static let launcher = LauncherSettings(
        numbers: [
            ["SM_NUM_GPUS", "NUM_SHARD"], ["MAX_TOTAL_TOKENS"], ["MAX_INPUT_LENGTH"], ["MAX_CONCURRENT_REQUESTS"],
            ["MAX_BATCH_PREFILL_TOKENS"], ["MAX_BATCH_TOTAL_TOKENS"],
        ],
        choices: [
            (
                ["HF_MODEL_QUANTIZE", "QUANTIZE"],
                [
                    "awq", "bitsandbytes", "bitsandbytes-fp4", "bitsandbytes-nf4", "compressed-tensors", "eetq", "exl2",
                    "fp8", "gptq", "marlin",
                ]
            ),
            (["DTYPE"], ["bfloat16", "float16"]),
            (["HF_MODEL_TRUST_REMOTE_CODE", "TRUST_REMOTE_CODE"], ["false", "true"]),
        ])

    static func faults(_ container: Container) -> [EnvironmentFault] {
        // Before, there was a switch for what is one of several words now.
        let isFirst = container.image?.version(of: "tgi")?.lexicographicallyPrecedes([1]) ?? false
        return (isFirst ? [] : launcher.faults(container)) + shards(container) + limits(container)
    }

    /// The fault that the model is to be split among no devices.
    ///
    /// Source: `find_num_shards`.
    private static func shards(_ container: Container) -> [EnvironmentFault] {
        guard let (variable, value) = container.first("SM_NUM_GPUS", "NUM_SHARD"), Int(value) == 0 else { return [] }
        return [
            EnvironmentFault(
                variable,
                ContainerFault(
                    .refusedSetting,
                    "'\(variable)' is 0, and the model is to be on one device at least: the container stops with \"`num_shard` cannot "
                        + "be < 1\"", help: "set it to the number of devices, or leave it out"))
        ]
    }

    /// The fault that there is no room for an answer.
    private static func limits(_ container: Container) -> [EnvironmentFault] {
        guard let total = container.value("MAX_TOTAL_TOKENS").flatMap({ Int($0) }) else { return [] }
        // The first is the name of today, which releases before 2.0 do not know.
        let isOld = container.image?.version(of: "tgi")?.lexicographicallyPrecedes([2]) ?? false
        let names = (isOld ? [] : ["MAX_INPUT_TOKENS"]) + ["MAX_INPUT_LENGTH"]
        guard let name = names.first(where: { container.value($0) != nil }),
            let input = container.value(name).flatMap({ Int($0) }), input >= total
        else { return [] }
        return [
            EnvironmentFault(
                name,
                ContainerFault(
                    .refusedSetting,
                    "'\(name)' is \(input), and has to be less than MAX_TOTAL_TOKENS, \(total): the container stops with "
                        + "\"must be < `max_total_tokens`\"",
                    help: "leave room for what is generated: set MAX_TOTAL_TOKENS to the sum of both"))
        ]
    }
}
