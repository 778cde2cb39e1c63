import ModelArtifacts

/// Finds `ModelDataSource` in a container for many models.
enum SourceWithMultiModel: ModelCheck {
    static let rule = Rule(
        "create-model-source-with-multi-model", .error, "a `MultiModel` container has a `ModelDataSource`",
        explanation: """
            The API page says: "Currently you cannot use ModelDataSource in conjunction with [...] SageMaker multi-model \
            endpoints". A container of the Mode `MultiModel` takes its models from below the prefix in `ModelDataUrl`.
            """,
        remedy: "name the prefix in ModelDataUrl, or leave Mode out for one model",
        example: Rule.Example(
            bad: #"{"Mode": "MultiModel", "ModelDataSource": {"S3DataSource": {"…": "…"}}}"#,
            good: #"{"Mode": "MultiModel", "ModelDataUrl": "s3://mybucket/models/"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // With the deployment said, another rule says the same.
        guard context.deployment?.takesModelDataSource ?? true else { return }
        for container in model.containers where container.isMultiModel {
            guard let source = container.given("ModelDataSource") else { continue }
            context.report(rule, "a container of the Mode MultiModel does not take ModelDataSource", at: source)
        }
    }
}
