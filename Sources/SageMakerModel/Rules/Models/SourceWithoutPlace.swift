import ModelArtifacts

/// Finds a source of data that says nothing.
enum SourceWithoutPlace: ModelCheck {
    static let rule = Rule(
        "create-model-source-without-place", .error, "a `ModelDataSource` without an `S3DataSource`",
        explanation: """
            The API page says of `ModelDataSource`: "If specified, you must specify one and only one of the available data \
            sources." The service model does not require its only member, so that boto3 sends an empty one.
            """,
        remedy: "say where the data is in S3DataSource, or leave ModelDataSource out",
        example: Rule.Example(
            bad: #"{"Image": "…", "ModelDataSource": {}}"#,
            good:
                #"{"Image": "…", "ModelDataSource": {"S3DataSource": {"S3Uri": "s3://mybucket/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelDataSource.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // An answer of DescribeModel may hold an empty object for what was not given, and CloudFormation requires the member.
        guard ![.response, .cloudFormation].contains(context.kind) else { return }
        for container in model.containers {
            guard let source = container["ModelDataSource"], source.isObject, source.members.isEmpty else { continue }
            context.report(rule, "it names no place", at: source)
        }
    }
}
