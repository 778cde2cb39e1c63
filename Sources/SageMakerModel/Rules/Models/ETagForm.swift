import ModelArtifacts

/// Finds an ETag that is written as a header of HTTP and not as itself.
enum ETagForm: ModelCheck {
    static let rule = Rule(
        "create-model-etag-form", .warning, "an ETag with quotes, or one that is weak",
        explanation: """
            In a header of HTTP, and so in the answers of S3, an ETag stands in quotes (RFC 9110, section 8.8.3), which are no \
            part of what is compared in most tools: whether SageMaker takes them off is not documented. S3 gives no weak \
            ETags, which begin with `W/`, so such a one was changed on its way, by a proxy that compresses for example.
            """,
        remedy:
            "write the ETag without quotes, as 32 hexadecimal digits, with a hyphen and the number of parts if it has any",
        example: Rule.Example(
            bad: #"{"ETag": "\"d41d8cd98f00b204e9800998ecf8427e\""}"#,
            good: #"{"ETag": "d41d8cd98f00b204e9800998ecf8427e"}"#),
        source: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for value in model.etags(context) {
            guard let text = value.knownText else { continue }
            if text.beginning.hasPrefix("W/") {
                context.report(rule, "S3 gives no weak ETags", at: value)
            } else if text.beginning.hasPrefix("\"") || text.end.hasSuffix("\"") {
                context.report(rule, "the ETag stands in quotes", at: value)
            }
        }
    }
}
