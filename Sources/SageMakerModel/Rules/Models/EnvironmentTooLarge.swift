import ModelArtifacts

/// Finds environments that are too large together.
enum EnvironmentTooLarge: ModelCheck {
    static let rule = Rule(
        "create-model-environment-too-large", .error,
        "the environments of all containers together are larger than 32 KB",
        explanation: """
            The API page says: "The maximum length of all keys and values in the map, combined, is 32 KB. If you pass \
            multiple containers to a CreateModel request, then the maximum length of all of their maps, combined, is \
            also 32 KB." Bytes of UTF-8 count.
            """,
        remedy: "put what is large into a file of the model, and name the file in the environment",
        example: Rule.Example(
            bad: #"{"Environment": {"SCHEMA": "…", "…": "…"}}   (40 values of 1,000 bytes)"#,
            good: #"{"Environment": {"SCHEMA_FILE": "/opt/ml/model/schema.json"}}"#),
        source: RequestSource.container)

    /// 32 KB, in bytes.
    private static let limit = 32 << 10

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        var total = 0
        for container in model.containers {
            guard let environment = container["Environment"] else { continue }
            for member in environment.node.members ?? [] {
                total += member.name.count
                if case .string(let text) = member.value.content { total += text.count }
            }
            guard total > limit else { continue }
            let all = model.containers.count > 1 ? " with the containers before it" : ""
            context.report(
                rule, "the names and values have \(total) bytes\(all), more than the \(limit) of a request",
                at: environment)
            return
        }
    }
}
