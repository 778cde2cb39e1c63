import ModelArtifacts

/// Finds serverless endpoints of which more is provisioned than they may use.
enum ServerlessConcurrency {
    static let rule = Rule(
        "request-serverless-concurrency", .warning,
        "more concurrency is provisioned for a serverless endpoint than it may use",
        explanation: """
            The API page says of `ProvisionedConcurrency`: "Should be less than or equal to `MaxConcurrency`." The rule looks at \
            endpoint configurations beside a model, in templates of CloudFormation, plans of Terraform and definitions of Step \
            Functions.
            """,
        remedy: "write a ProvisionedConcurrency of at most MaxConcurrency",
        example: Rule.Example(
            bad: #"{"ServerlessConfig": {"MaxConcurrency": 5, "MemorySizeInMB": 2048, "ProvisionedConcurrency": 10}}"#,
            good: #"{"ServerlessConfig": {"MaxConcurrency": 10, "MemorySizeInMB": 2048, "ProvisionedConcurrency": 10}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html")

    static func check(variant: RequestValue, _ context: RequestContext) {
        guard let settings = variant["ServerlessConfig"], let provisioned = settings["ProvisionedConcurrency"],
            let most = settings["MaxConcurrency"], let count = provisioned.number, let limit = most.number,
            count > limit
        else { return }
        context.report(
            rule, "\(ValueText.shown(provisioned)) is more than MaxConcurrency, \(ValueText.shown(most))",
            at: provisioned)
    }
}
