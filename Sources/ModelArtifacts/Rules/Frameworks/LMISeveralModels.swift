/// Finds directories that LMI takes for models.
final class LMISeveralModels: FrameworkCheck {
    static let kind = ContainerFault.Kind.lmiSeveralModels
    static let frameworks: Set<Framework>? = [.djlLMI]

    static let rule = Rule(
        "lmi-several-models", .warning, "each directory at the top is taken for a model of its own",
        explanation: """
            If /opt/ml/model holds nothing but directories and archives, DJL Serving takes every one of them for a model and \
            loads all directories. A directory of code or adapters beside the model's own then fails with "Failed to detect engine of the \
            model". A lone directory is entered and is no fault. Not reported if each directory has what tells its engine.
            """,
        remedy: "put serving.properties or the model's files at the top",
        example: Rule.Example(
            bad: "model/config.json, model/model.safetensors, code/requirements.txt",
            good: "serving.properties, model/config.json, code/requirements.txt"),
        source: FrameworkSource.djlServing)
}
