import ModelArtifacts

/// Finds a tag that only AWS may set.
enum ReservedTag: ModelCheck {
    static let rule = Rule(
        "create-model-reserved-tag", .error, "the key of a tag begins with `aws:`",
        explanation: """
            The prefix `aws:` is reserved, in whatever case, and a request with such a tag is refused: "aws: prefixed tag key \
            names are not allowed for external use". They come with the tags of a resource that CloudFormation made, when \
            these are copied.
            """,
        remedy: "leave the tag out, or choose another key",
        example: Rule.Example(
            bad: #"{"Tags": [{"Key": "aws:cloudformation:stack-name", "Value": "s"}]}"#,
            good: #"{"Tags": [{"Key": "stack-name", "Value": "s"}]}"#),
        source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for tag in model.tags {
            guard let key = tag["Key"], let text = key.knownText?.beginning,
                ByteString(Array(text.bytes.prefix(4))).folded == "aws:"
            else { continue }
            context.report(rule, "keys that begin with 'aws:' are reserved", at: key)
        }
    }
}
