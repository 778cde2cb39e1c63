import ModelArtifacts

/// Finds prefixes that end with two slashes.
enum DoubleSlash: ModelCheck {
    static let rule = Rule(
        "create-model-double-slash", .warning, "a prefix ends with two slashes",
        explanation: """
            A prefix is compared with keys as plain text: below `s3://mybucket/model//` lie only keys with an empty name in them, as \
            `model//config.json`. Such a URI is mostly made by adding a slash to one that has one already, and then there is nothing \
            below it: SageMaker says "Could not find model data".
            """,
        remedy: "end the URI with one slash",
        example: Rule.Example(
            bad: #"{"S3DataType": "S3Prefix", "S3Uri": "s3://mybucket/model//"}"#,
            good: #"{"S3DataType": "S3Prefix", "S3Uri": "s3://mybucket/model/"}"#),
        source: "https://github.com/aws/sagemaker-python-sdk/issues/4249")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        let prefixes = model.dataSources.filter { $0["S3DataType"]?.isText("S3Prefix") ?? false }.map { $0["S3Uri"] }
        let hosts = model.containers.filter(\.isMultiModel).map { $0["ModelDataUrl"] }
        for uri in (prefixes + hosts).compactMap(\.self) {
            guard let text = uri.knownText, text.end.hasSuffix("//"), text.end.count > 2,
                text.text.map({ S3URI($0) != nil }) ?? true
            else { continue }
            context.report(rule, "'\(ValueText.shortened(text.shown))' ends with two slashes", at: uri)
        }
    }
}
