import ModelArtifacts

/// Finds a string that does not have the form that the API takes.
enum PatternMismatch {
    static let rule = Rule(
        "request-pattern-mismatch", .error, "a string does not have the form that the API takes",
        explanation: """
            The service model gives names, URIs and ARNs a pattern, which the whole string has to match. boto3, cfn-lint and \
            Terraform check few of them, so that a model name with an underscore, a role's name instead of its ARN, or a \
            path without `s3://` is only found when the request arrives.
            """,
        remedy: "write a value of the form that is allowed",
        example: Rule.Example(bad: #"{"ModelName": "my_model"}"#, good: #"{"ModelName": "my-model"}"#),
        source: RequestSource.createModel)

    /// Reports a text that does not match the pattern.
    static func report(
        _ text: ByteString, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) {
        guard let pattern = constraint.pattern else { return }
        guard !text.isEmpty else {
            context.report(
                rule, "an empty string is not allowed here", at: value,
                help: "\(value.fillingIn); \(help(text, constraint, context))")
            return
        }
        context.report(
            rule, "\(ValueText.shown(value)) is not of the form \(pattern.expression)", at: value,
            help: help(text, constraint, context))
    }

    /// Reports a text that is not of the form whatever its unknown pieces are.
    static func check(
        _ text: KnownText, of value: RequestValue, _ constraint: TextConstraint, _ context: RequestContext
    ) {
        guard let pattern = constraint.pattern, !pattern.mayMatch(text) else { return }
        context.report(
            rule, "\(ValueText.shown(value)) cannot become one of the form \(pattern.expression)", at: value,
            help: "allowed: \(constraint.description)")
    }

    /// What was probably meant by a text, and what is allowed.
    static func help(_ text: ByteString, _ constraint: TextConstraint, _ context: RequestContext) -> String {
        if let help = TaskParameters.help(text, context) ?? UnfilledTemplate.help(text, context) { return help }
        let allowed = "allowed: \(constraint.description)"
        let meant = constraint.pattern?.suggestion(text)
        guard let meant, meant != text, constraint.length?.contains(constraint.length(of: meant)) ?? true else {
            return allowed
        }
        return "did you mean '\(ValueText.shortened(meant))'? \(allowed)"
    }
}

extension RequestValue {
    /// What to do with a value that is empty.
    var fillingIn: String { omission.map { "fill it in, or \($0.rawValue)" } ?? "fill it in" }
}
