import ModelArtifacts

/// Finds a container with both forms of model data.
enum DataURLAndSource: ModelCheck {
    static let rule = Rule(
        "create-model-data-url-and-source", .warning, "the container has both `ModelDataUrl` and `ModelDataSource`",
        explanation: """
            Both members say where the model data is. No page says what SageMaker does with both, or which of them \
            counts; its own SDK always sets exactly one. boto3 sends both without complaint.
            """,
        remedy: "keep ModelDataSource; ModelDataUrl says the same of an archive in fewer words",
        example: Rule.Example(
            bad: #"{"ModelDataUrl": "s3://mybucket/model.tar.gz", "ModelDataSource": {"S3DataSource": {"…": "…"}}}"#,
            good: #"{"ModelDataUrl": "s3://mybucket/model.tar.gz"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            guard let url = container.given("ModelDataUrl"), container.given("ModelDataSource") != nil else { continue }
            let takesSource = context.deployment?.takesModelDataSource ?? true
            context.report(
                rule, "ModelDataUrl is given as well as ModelDataSource", at: url,
                help: takesSource ? nil : "keep ModelDataUrl, which names one archive, and leave ModelDataSource out")
        }
    }
}
