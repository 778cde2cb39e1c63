import ModelArtifacts

/// Finds a licence that is explicitly not accepted.
enum EULARefused: ModelCheck {
    static let rule = Rule(
        "create-model-eula-refused", .warning, "`AcceptEula` is false",
        explanation: """
            `ModelAccessConfig` is only there to accept the licence of a gated model, and "the AcceptEula value must be \
            explicitly defined as True in order to accept the EULA that this model requires". With false a gated model \
            is refused, and for any other model the member means nothing.
            """,
        remedy: "write true to accept the licence, or leave ModelAccessConfig out",
        example: Rule.Example(
            bad: #"{"ModelAccessConfig": {"AcceptEula": false}}"#,
            good: #"{"ModelAccessConfig": {"AcceptEula": true}}"#),
        source: RequestSource.s3DataSource)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for source in model.dataSources where EULAMissing.isRefused(source) && !EULAMissing.isGated(source) {
            guard let accepted = source["ModelAccessConfig"]?["AcceptEula"] else { continue }
            context.report(rule, "the licence is not accepted, so a gated model is refused", at: accepted)
        }
    }
}
