import ModelArtifacts

/// Finds two containers of one name.
enum DuplicateHostname: ModelCheck {
    static let rule = Rule(
        "create-model-duplicate-hostname", .error, "two containers have the same `ContainerHostname`",
        explanation: """
            The API page says that the value "uniquely identifies the container for the purposes of logging and metrics" \
            when it is part of an inference pipeline. With two of the same name neither logs nor a direct invocation can \
            tell the containers apart.
            """,
        remedy: "give each container a name of its own",
        example: Rule.Example(
            bad: #"{"Containers": [{"ContainerHostname": "a"}, {"ContainerHostname": "a"}]}"#,
            good: #"{"Containers": [{"ContainerHostname": "a"}, {"ContainerHostname": "b"}]}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        var seen: Set<ByteString> = []
        for container in model.pipeline {
            guard let name = container["ContainerHostname"], let text = name.text, !seen.insert(text).inserted else {
                continue
            }
            context.report(rule, "'\(ValueText.shortened(text))' is the name of another container too", at: name)
        }
    }
}
