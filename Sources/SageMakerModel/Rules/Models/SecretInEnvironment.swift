import ModelArtifacts

/// Finds an environment variable that holds a secret.
enum SecretInEnvironment: ModelCheck {
    static let rule = Rule(
        "create-model-secret-in-environment", .warning, "an environment variable seems to hold a secret",
        explanation: """
            The API page says: "Don't include any sensitive data in your environment variables." Whoever may call \
            DescribeModel reads them, and so do logs and templates. A variable is taken for a secret by its name, such as \
            `DB_PASSWORD`, `HF_TOKEN` or `AWS_SECRET_ACCESS_KEY`, or by its value: the id of an AWS access key, a token of \
            Hugging Face or GitHub, a private key. A container that downloads from the Hub reads its token from the variable alone. \
            The key that ModelBuilder of the SageMaker SDK wrote, as SAGEMAKER_SERVE_SECRET_KEY, is one that its own script wants there \
            (a note).
            """,
        remedy:
            "keep the secret in AWS Secrets Manager or Parameter Store, give only its name or ARN, and let the container's role read it",
        example: Rule.Example(
            bad: #"{"Environment": {"DB_PASSWORD": "…"}}"#,
            good: #"{"Environment": {"DB_PASSWORD_ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            guard let environment = container["Environment"] else { continue }
            for member in environment.node.members ?? [] { check(member, of: environment, context) }
        }
    }

    private static func check(_ member: JSONNode.Member, of environment: RequestValue, _ context: RequestContext) {
        if member.name == modelBuilderKey {
            if mayBeSecret(member.value) { report(keyOfModelBuilder: environment.value(of: member), context) }
            return
        }
        guard let what = secret(member) else { return }
        context.report(
            rule, what, at: environment.value(of: member), help: hubTokens.contains(member.name) ? hubHelp : nil)
    }

    /// What is to be said of a variable; nil if nothing says that it is a secret.
    private static func secret(_ member: JSONNode.Member) -> String? {
        if case .string(let text) = member.value.content, let kind = SensitiveName.kind(of: text) {
            return "the value looks like \(kind)"
        }
        guard SensitiveName.isSecret(member.name), mayBeSecret(member.value) else { return nil }
        if case .string = member.value.content { return "a variable of such a name holds a secret" }
        return "a variable of such a name mostly holds a secret, and what this one will hold is not known"
    }

    /// The variables in which containers that download from the Hub look for a token, and nowhere else.
    ///
    /// Source: `constants.py` of huggingface/huggingface_hub; `transformers_utils.py` of
    /// aws/sagemaker-huggingface-inference-toolkit.
    private static let hubTokens: Set<ByteString> = [
        "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HUGGINGFACE_HUB_TOKEN", "HF_API_TOKEN",
    ]
    private static let hubHelp =
        "give the model as model data, which needs no token; or give a token that may read this one model and nothing else, since the "
        + "container takes it from here alone"

    /// The variable with which ModelBuilder of the SDK, up to 2.257.1 and in the first releases of 3, signs what it pickled.
    ///
    /// Source: `src/sagemaker/serve/validations/check_integrity.py` in aws/sagemaker-python-sdk of these releases.
    private static let modelBuilderKey: ByteString = "SAGEMAKER_SERVE_SECRET_KEY"

    private static func report(keyOfModelBuilder value: RequestValue, _ context: RequestContext) {
        var finding = Finding(
            rule, "ModelBuilder of the SageMaker SDK wrote this key, and its script checks the model with it",
            help: "leave it, since the script stops without; newer releases of the SDK make a model that needs none")
        finding.severity = .note
        context.report(finding, at: value)
    }

    private static func mayBeSecret(_ value: JSONNode) -> Bool {
        switch value.content {
        case .string(let text): !SensitiveName.isHarmless(text)
        // Of a reference it is not known whether it gives the secret or only leads to it.
        case .unknown(let text): text.known.isEmpty || !text.beginning.hasPrefix("arn:")
        default: false
        }
    }
}
