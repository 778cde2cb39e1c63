import ModelArtifacts

/// Finds settings for many models of a container for one.
enum CacheWithoutMultiModel: ModelCheck {
    static let rule = Rule(
        "create-model-cache-without-multi-model", .note, "`MultiModelConfig` of a container for one model",
        explanation: """
            The API page says of `MultiModelConfig`: "Specifies additional configuration for multi-model endpoints." A \
            container whose `Mode` is not `MultiModel` is part of none. What becomes of the setting is not documented.
            """,
        remedy:
            "leave MultiModelConfig out, or set Mode to MultiModel and name the prefix of the archives in ModelDataUrl",
        example: Rule.Example(
            bad: #"{"Mode": "SingleModel", "MultiModelConfig": {"ModelCacheSetting": "Disabled"}}"#,
            good: #"{"Mode": "MultiModel", "MultiModelConfig": {"ModelCacheSetting": "Disabled"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where !container.mayBeMultiModel {
            guard let config = container["MultiModelConfig"], !config.members.isEmpty else { continue }
            context.report(
                rule, "the container hosts one model, and this is for many", at: config,
                help: model.mayHostManyModels(in: container, context) ? nil : "leave MultiModelConfig out")
        }
    }
}
