import ModelArtifacts

/// Finds a string that is longer or shorter than the API takes.
enum LengthOutOfRange {
    static let rule = Rule(
        "request-length-out-of-range", .error, "a string is longer or shorter than the API takes",
        explanation: """
            The service model bounds the length of every string, in characters; the API page bounds names and values of the \
            environment in bytes, of which a character beyond ASCII takes two to four. boto3 sends a URI of 3,000 characters \
            without complaint, so the request fails when it arrives.
            """,
        remedy: "write a value of a length that is allowed",
        example: Rule.Example(
            bad: #"{"ModelName": "a-name-of-more-than-sixty-three-characters-which-is-more-than-the-api-takes"}"#,
            good: #"{"ModelName": "a-shorter-name"}"#),
        source: RequestSource.createModel)

    /// Reports a text whose length is not allowed.
    ///
    /// - Returns: whether it is too short, so that the pattern need not be mentioned.
    static func check(
        _ text: ByteString, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) -> Bool {
        let count = constraint.length(of: text)
        guard let allowed = constraint.length, !allowed.contains(count) else { return false }
        let isTooShort = count < allowed.lowerBound
        let unit = Plural.count(count, constraint.unit.rawValue)
        let shown = text.isEmpty ? "an empty string" : "\(ValueText.shown(value)), with \(unit),"
        let verb = isTooShort ? "shorter" : "longer"
        let bound =
            isTooShort
            ? "the \(allowed.lowerBound) that it has at least" : "the \(allowed.upperBound) that the API takes"
        context.report(
            rule, "\(shown) is \(verb) than \(bound)", at: value,
            help: text.isEmpty ? value.fillingIn : PatternMismatch.help(text, constraint, context)
        )
        return isTooShort
    }

    /// Reports a text whose known pieces alone are too long.
    static func check(
        _ text: KnownText, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) {
        let count = text.known.reduce(0) { $0 + constraint.length(of: $1) }
        guard let allowed = constraint.length, count > allowed.upperBound else { return }
        let unit = Plural.count(count, constraint.unit.rawValue)
        context.report(
            rule,
            "\(ValueText.shown(value)), of which \(unit) are known, is longer than the \(allowed.upperBound) that the API takes",
            at: value, help: "allowed: \(constraint.description)")
    }
}
