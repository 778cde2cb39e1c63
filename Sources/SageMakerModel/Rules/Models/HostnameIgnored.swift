import ModelArtifacts

/// Finds a hostname that counts for nothing.
enum HostnameIgnored: ModelCheck {
    static let rule = Rule(
        "create-model-hostname-ignored", .note, "a `ContainerHostname` of the only container",
        explanation: """
            The API page says of `ContainerHostname`: "This parameter is ignored for models that contain only a \
            PrimaryContainer."
            """,
        remedy: "leave it out",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ContainerHostname": "a", "…": "…"}}"#,
            good: #"{"PrimaryContainer": {"…": "…"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard model.request != nil, model.pipeline.isEmpty,
            let name = model.primaryContainer?.given("ContainerHostname")
        else { return }
        context.report(rule, "it is ignored, since there is no other container", at: name)
    }
}
