import ModelArtifacts

/// Finds an environment variable that holds a secret.
enum SecretInEnvironment: ModelCheck {
    static let rule = Rule(
        "create-model-secret-in-environment", .warning, "an environment variable seems to hold a secret",
        explanation: """
            The API page says: "Don't include any sensitive data in your environment variables." Whoever may call \
            DescribeModel reads them, and so do logs and templates. A variable is taken for a secret by its name, such as \
            `DB_PASSWORD`, `HF_TOKEN` or `AWS_SECRET_ACCESS_KEY`, or by its value: the id of an AWS access key, a token of \
            Hugging Face or GitHub, a private key.
            """,
        remedy:
            "keep the secret in AWS Secrets Manager or Parameter Store, give only its name or ARN, and let the container's role read it",
        example: Rule.Example(
            bad: #"{"Environment": {"DB_PASSWORD": "…"}}"#,
            good: #"{"Environment": {"DB_PASSWORD_ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            for (member, value) in container["Environment"]?.members ?? [] {
                if let kind = value.text.flatMap(SensitiveName.kind) {
                    context.report(rule, "the value looks like \(kind)", at: value)
                } else if SensitiveName.isSecret(member.name), mayBeSecret(value) {
                    context.report(rule, "a variable of such a name holds a secret", at: value)
                }
            }
        }
    }

    private static func mayBeSecret(_ value: RequestValue) -> Bool {
        switch value.node.content {
        case .string(let text): !SensitiveName.isHarmless(text)
        // Of a reference it is not known whether it gives the secret or only leads to it.
        case .unknown(let text): text.known.isEmpty || !text.beginning.hasPrefix("arn:")
        default: false
        }
    }
}
