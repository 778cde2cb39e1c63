import ModelArtifacts

/// Finds further data in the inference specification of a package.
enum PackageAdditionalSource: ModelCheck {
    static let rule = Rule(
        "create-model-package-additional-source", .error,
        "a container in `InferenceSpecification` has an `AdditionalS3DataSource`",
        explanation: """
            The service model has `AdditionalS3DataSource` in every container of a package, and boto3 sends it, but CreateModelPackage \
            answers "AdditionalS3DataSource is not allowed in InferenceSpecification".
            """,
        remedy: "leave it out, or put what it names into the model data",
        example: Rule.Example(
            bad: #"{"InferenceSpecification": {"Containers": [{"Image": "…", "AdditionalS3DataSource": {"…": "…"}}]}}"#,
            good: #"{"InferenceSpecification": {"Containers": [{"Image": "…"}]}}"#),
        source: "https://github.com/boto/boto3/issues/4510")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard context.kind != .response else { return }
        for container in model.otherRequest?["InferenceSpecification"]?["Containers"]?.elements ?? [] {
            guard let source = container.given("AdditionalS3DataSource") else { continue }
            context.report(rule, "CreateModelPackage does not take AdditionalS3DataSource here", at: source)
        }
    }
}
