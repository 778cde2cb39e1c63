import ModelArtifacts

/// Finds containers that nobody can call.
enum DirectWithoutHostname: ModelCheck {
    static let rule = Rule(
        "create-model-direct-without-hostname", .error,
        "a container without a `ContainerHostname` where the mode is `Direct`",
        explanation: """
            The developer guide says: "The ContainerHostname parameter is required for each container in a multi-container \
            endpoint with direct invocation." Who calls the endpoint names a container by `TargetContainerHostname`.
            """,
        remedy: "give every container a ContainerHostname, or set the Mode of InferenceExecutionConfig to Serial",
        example: Rule.Example(
            bad: #"{"Containers": [{"Image": "…"}, {"Image": "…"}], "InferenceExecutionConfig": {"Mode": "Direct"}}"#,
            good:
                #"{"Containers": [{"ContainerHostname": "a"}, {"ContainerHostname": "b"}], "InferenceExecutionConfig": {"Mode": "Direct"}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-container-create.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard isDirect(model), model.pipeline.allSatisfy({ $0["ContainerHostname"] == nil }) else { return }
        for container in model.pipeline {
            context.report(
                rule, "this container has no ContainerHostname by which it could be called",
                at: container.memberPath("ContainerHostname"), container.node.place)
        }
    }

    /// Whether each container is called by its name. Where only some have one, another rule says what is missing.
    private static func isDirect(_ model: RequestedModel) -> Bool {
        model.request?["InferenceExecutionConfig"]?["Mode"]?.isText("Direct") ?? false
    }
}
