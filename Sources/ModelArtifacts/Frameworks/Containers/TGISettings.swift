/// The limits of TGI's environment, which its launcher compares before it loads anything.
///
/// Source: `Validate args` in `launcher/src/main.rs` of huggingface/text-generation-inference.
enum TGISettings {
    static func faults(_ container: Container) -> [EnvironmentFault] {
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
