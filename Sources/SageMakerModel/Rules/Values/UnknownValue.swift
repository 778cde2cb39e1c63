import ModelArtifacts

/// Finds a word that is none of those that the API knows.
enum UnknownValue {
    static let rule = Rule(
        "request-unknown-value", .error, "a value is none of those that the API knows",
        explanation: """
            Some members take only certain words, spelled exactly. Other APIs spell the same thing otherwise: a training \
            job's output has the `CompressionType` `GZIP`, a model's is `Gzip`; the API page writes `SERIAL` and the service \
            knows only `Serial`. boto3 does not check it.
            """,
        remedy: "write one of the words that are allowed",
        example: Rule.Example(bad: #"{"CompressionType": "GZIP"}"#, good: #"{"CompressionType": "Gzip"}"#),
        source: RequestSource.createModel)

    /// Reports a word that is not allowed.
    ///
    /// - Returns: whether it did.
    static func check(
        _ text: ByteString, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) -> Bool {
        guard !constraint.values.isEmpty, !constraint.values.contains(text) else { return false }
        let allowed = ValueText.alternatives(constraint.values)
        var help =
            UnfilledTemplate.help(text, context)
            ?? intended(text, among: constraint.values).map { "write \"\($0)\"" } ?? "write \(allowed)"
        if case .boolean = value.node.content {
            help += "; without quotes, On, Off, Yes and No are truth values in YAML"
        }
        context.report(rule, "\(ValueText.shown(value)) is not \(allowed)", at: value, help: help)
        return true
    }

    /// Reports a text that cannot become a word that is allowed, whatever its unknown pieces are.
    ///
    /// - Returns: whether it did.
    static func check(
        _ text: KnownText, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) -> Bool {
        guard !constraint.values.isEmpty, !constraint.values.contains(where: text.mayBecome) else { return false }
        let allowed = ValueText.alternatives(constraint.values)
        context.report(rule, "\(ValueText.shown(value)) cannot become \(allowed)", at: value, help: "write \(allowed)")
        return true
    }

    private static func intended(_ text: ByteString, among values: [ByteString]) -> ByteString? {
        if let nearest = Spelling.nearest(to: text, among: values) { return nearest }
        let folded = text.folded
        guard folded.count > 1 else { return nil }
        // `Prefix` for `S3Prefix`, `Single` for `SingleModel`.
        let longer = values.filter { $0.folded.hasSuffix(folded) || $0.folded.hasPrefix(folded) }
        return longer.count == 1 ? longer[0] : nil
    }
}
