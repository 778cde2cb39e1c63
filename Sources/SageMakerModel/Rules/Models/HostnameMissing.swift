import ModelArtifacts

/// Finds a pipeline in which only some containers have names.
enum HostnameMissing: ModelCheck {
    static let rule = Rule(
        "create-model-hostname-missing", .error,
        "some containers of a pipeline have a `ContainerHostname` and others none",
        explanation: """
            The API page says: "If you specify a value for the ContainerHostName for any ContainerDefinition that is \
            part of an inference pipeline, you must specify a value for the ContainerHostName parameter of every \
            ContainerDefinition in that pipeline." boto3 does not check it.
            """,
        remedy: "give every container a ContainerHostname, or none",
        example: Rule.Example(
            bad: #"{"Containers": [{"ContainerHostname": "a"}, {"Image": "image:1"}]}"#,
            good: #"{"Containers": [{"ContainerHostname": "a"}, {"ContainerHostname": "b"}]}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        let unnamed = model.pipeline.filter { $0["ContainerHostname"] == nil }
        guard model.pipeline.contains(where: { $0.given("ContainerHostname") != nil }) else { return }
        // In the mode Direct a container is called by its name.
        let isDirect = model.request?["InferenceExecutionConfig"]?["Mode"]?.isText("Direct") ?? false
        for container in unnamed {
            context.report(
                rule, "this container has no ContainerHostname, and others of the pipeline have one",
                at: container.memberPath("ContainerHostname"), container.node.place,
                help: isDirect ? "give every container a ContainerHostname" : nil)
        }
    }
}
