import ModelArtifacts

/// Finds a gated model whose licence is not accepted.
enum EULAMissing: ModelCheck {
    static let rule = Rule(
        "create-model-eula-missing", .error, "a gated model without `AcceptEula`",
        explanation: """
            Models in the buckets jumpstart-private-cache-… are gated: "The AcceptEula value must be explicitly defined \
            as True in order to accept the EULA that this model requires." CreateModel refuses the request without it.
            """,
        remedy:
            "read the licence, and add the member ModelAccessConfig with AcceptEula true (`--accept-eula` of the commands that build it)",
        example: Rule.Example(
            bad: #"{"S3Uri": "s3://jumpstart-private-cache-prod-us-east-1/llama/", "…": "…"}"#,
            good:
                #"{"S3Uri": "s3://jumpstart-private-cache-prod-us-east-1/llama/", "…": "…", "ModelAccessConfig": {"AcceptEula": true}}"#
        ),
        source: RequestSource.s3DataSource)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for source in model.dataSources where isGated(source) {
            let access = source["ModelAccessConfig"]
            // One of another type, or without its member, is reported as that.
            guard access == nil || isRefused(source) else { continue }
            context.report(
                rule, "the model is gated, and its licence is not accepted",
                at: access?["AcceptEula"]?.path ?? source.memberPath("ModelAccessConfig"),
                (access?["AcceptEula"] ?? source).node.place,
                help: access == nil
                    ? nil
                    : "read the licence, and set AcceptEula to true (`--accept-eula` of the commands that build it)")
        }
    }

    /// Whether a source is known to need an accepted licence.
    static func isGated(_ source: RequestValue) -> Bool {
        guard let uri = source["S3Uri"]?.knownText else { return false }
        // What is known of the beginning, `s3://jumpstart-private-cache-prod-${Region}/` for example, is enough.
        return S3URI(uri.beginning)?.bucket.hasPrefix("jumpstart-private-cache") ?? false
    }

    /// Whether a source says that its licence is not accepted.
    static func isRefused(_ source: RequestValue) -> Bool {
        if case .boolean(false)? = source["ModelAccessConfig"]?["AcceptEula"]?.node.content { true } else { false }
    }
}
