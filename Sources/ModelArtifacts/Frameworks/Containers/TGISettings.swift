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
        ])

    static func faults(_ container: Container) -> [EnvironmentFault] {
        // Before, there was a switch for what is one of several words now.
        let isFirst = container.image?.version(of: "tgi")?.lexicographicallyPrecedes([1]) ?? false
        return (isFirst ? [] : launcher.faults(container)) + limits(container)
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
