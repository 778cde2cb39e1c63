import ModelArtifacts

/// Finds the name of a specification of no package.
enum SpecificationWithoutPackage: ModelCheck {
    static let rule = Rule(
        "create-model-specification-without-package", .warning,
        "`InferenceSpecificationName` without `ModelPackageName`",
        explanation: """
            The API page says of `InferenceSpecificationName`: "The inference specification name in the model package \
            version." Without a `ModelPackageName` there is no package that could have such a specification.
            """,
        remedy: "name the package in ModelPackageName, or leave InferenceSpecificationName out",
        example: Rule.Example(
            bad: #"{"Image": "…", "InferenceSpecificationName": "gpu"}"#,
            good: #"{"ModelPackageName": "my-package/1", "InferenceSpecificationName": "gpu"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where container["ModelPackageName"] == nil {
            guard let name = container.given("InferenceSpecificationName") else { continue }
            context.report(rule, "no model package is named that has such a specification", at: name)
        }
    }
}
