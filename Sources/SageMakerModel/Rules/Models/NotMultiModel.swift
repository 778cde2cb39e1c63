import ModelArtifacts

/// Finds a multi-model deployment without a container for it.
enum NotMultiModel: ModelCheck {
    static let rule = Rule(
        "create-model-not-multi-model", .warning,
        "a multi-model deployment without a container of the Mode `MultiModel`",
        explanation: """
            A container hosts many models only if its `Mode` is `MultiModel`; without it, it hosts the one that \
            `ModelDataUrl` names, which then has to be an archive. The rule needs `--deployment multi-model`.
            """,
        remedy: "set Mode to MultiModel",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ModelDataUrl": "s3://mybucket/models/"}}"#,
            good: #"{"PrimaryContainer": {"Mode": "MultiModel", "ModelDataUrl": "s3://mybucket/models/"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard context.deployment == .multiModel, let container = model.containers.first,
            !model.containers.contains(where: { $0.isMultiModel || $0["Mode"]?.isUnknown ?? false })
        else { return }
        context.report(
            rule, "no container has the Mode MultiModel",
            at: container["Mode"]?.path ?? container.memberPath("Mode"), (container["Mode"] ?? container).node.place)
    }
}
