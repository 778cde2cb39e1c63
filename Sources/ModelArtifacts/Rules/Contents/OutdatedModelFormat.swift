/// Finds models in formats that their readers have given up.
final class OutdatedModelFormat: ContentCheck, FrameworkCheck {
    static let kind = ContainerFault.Kind.outdatedModelFormat

    static let rule = Rule(
        "outdated-model-format", .warning, "the model has a format that its readers have given up",
        explanation: """
            XGBoost reads its old binary format, which begins with `binf`, up to 3.0, and UBJSON from 1.6 on, and Triton's backend for \
            forests reads both; llama.cpp reads neither the files `ggml`, `ggmf` and \
            `ggjt` that came before GGUF, nor version 1 of GGUF; transformers before 4.50 wants `format` in the metadata of safetensors. It is \
            an error where the framework, or the tag of the image, tells that the container cannot read it, and nothing is said where it \
            tells that it can. Where nobody tells, it is a warning.
            """,
        remedy: "save the model again in the format of today, or take an image that still reads it",
        example: Rule.Example(bad: "booster.save_model(\"model.bin\")", good: "booster.save_model(\"model.ubj\")"),
        source: "https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        let framework = context.subject.framework
        // Its container decides by all files at the top, whatever their names.
        let isXGBoost = contents.format == .xgboost || contents.format == .xgboostModel
        if framework == .xgboost, isXGBoost { return }
        // Triton's backend for forests reads it, by Treelite. Source: `load_tl_base_model` in `src/tl_utils.h` of
        // triton-inference-server/fil_backend.
        if framework == .triton, isXGBoost { return }
        let isCertain = framework == .llamaCpp && !isXGBoost
        context.report(Self.rule, of: contents, .outdated, at: path, severity: isCertain ? .error : nil)
    }
}
