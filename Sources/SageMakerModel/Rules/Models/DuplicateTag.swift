import ModelArtifacts

/// Finds two tags with the same key.
enum DuplicateTag: ModelCheck {
    static let rule = Rule(
        "create-model-duplicate-tag", .error, "two tags have the same key",
        explanation: """
            The API page says: "Tag keys must be unique per resource." SageMaker refuses a request with two tags of one \
            key; boto3 does not check it.
            """,
        remedy: "keep one tag of each key",
        example: Rule.Example(
            bad: #"{"Tags": [{"Key": "team", "Value": "a"}, {"Key": "team", "Value": "b"}]}"#,
            good: #"{"Tags": [{"Key": "team", "Value": "b"}]}"#),
        source: RequestSource.createModel)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        var seen: Set<ByteString> = []
        for tag in model.tags {
            guard let key = tag["Key"], let text = key.text, !seen.insert(text).inserted else { continue }
            context.report(rule, "'\(ValueText.shortened(text))' is the key of another tag too", at: key)
        }
    }
}
