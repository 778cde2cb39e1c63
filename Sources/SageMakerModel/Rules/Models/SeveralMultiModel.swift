import ModelArtifacts

/// Finds a second container that hosts many models.
enum SeveralMultiModel: ModelCheck {
    static let rule = Rule(
        "create-model-several-multi-model", .error, "more than one container has the Mode `MultiModel`",
        explanation: """
            One container of a model may host many models. Of two, CreateModel answers "More than one container in MultiModel mode \
            is not supported with inference pipeline.".
            """,
        remedy: "make a model of each such container, or set the Mode of the others to SingleModel",
        example: Rule.Example(
            bad: #"{"Containers": [{"Image": "…", "Mode": "MultiModel"}, {"Image": "…", "Mode": "MultiModel"}]}"#,
            good: #"{"Containers": [{"Image": "…", "Mode": "SingleModel"}, {"Image": "…", "Mode": "MultiModel"}]}"#),
        source: "https://github.com/OElesin/sagemaker-autopilot-step-functions/issues/10")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard model.request != nil else { return }
        for container in model.containers.filter(\.isMultiModel).dropFirst() {
            guard let mode = container["Mode"] else { continue }
            context.report(rule, "a container before it has the Mode MultiModel, too", at: mode)
        }
    }
}
