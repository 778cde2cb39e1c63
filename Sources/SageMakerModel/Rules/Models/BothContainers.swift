import ModelArtifacts

/// Finds a request with both forms of containers.
enum BothContainers: ModelCheck {
    static let rule = Rule(
        "create-model-both-containers", .error, "the request has both `PrimaryContainer` and `Containers`",
        explanation: """
            A model has either one container, its `PrimaryContainer`, or several in `Containers`. SageMaker refuses a \
            request with both. The skeleton of the AWS CLI (`--generate-cli-skeleton`) has both, so that one is to be \
            deleted.
            """,
        remedy: "keep PrimaryContainer for one container, or Containers for several",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"Image": "image:1"}, "Containers": [{"Image": "image:1"}]}"#,
            good: #"{"PrimaryContainer": {"Image": "image:1"}}"#),
        source: RequestSource.createModel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.request, request.given("PrimaryContainer") != nil,
            let containers = request.given("Containers")
        else { return }
        context.report(rule, "the request has Containers as well as PrimaryContainer", at: containers)
    }
}
