import ModelArtifacts

/// Finds sizes of serverless endpoints between those that there are.
enum ServerlessMemory {
    static let rule = Rule(
        "request-serverless-memory", .error, "a serverless endpoint has no such size of memory",
        explanation: """
            The API page says of `MemorySizeInMB`: "Valid values are in 1 GB increments: 1024 MB, 2048 MB, 3072 MB, 4096 MB, 5120 MB, or \
            6144 MB." The rule looks at endpoint \
            configurations beside a model, in templates of CloudFormation, plans of Terraform and definitions of Step Functions.
            """,
        remedy: "write a multiple of 1024, from 1024 to 6144",
        example: Rule.Example(
            bad: #"{"ServerlessConfig": {"MaxConcurrency": 5, "MemorySizeInMB": 2000}}"#,
            good: #"{"ServerlessConfig": {"MaxConcurrency": 5, "MemorySizeInMB": 2048}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html")

    /// Sizes below and above are numbers out of range.
    static func check(variant: RequestValue, _ context: RequestContext) {
        guard let memory = variant["ServerlessConfig"]?["MemorySizeInMB"], let size = memory.number,
            (1024...6144).contains(size), size.truncatingRemainder(dividingBy: 1024) != 0
        else { return }
        context.report(rule, "\(ValueText.shown(memory)) is no multiple of 1024 from 1024 to 6144", at: memory)
    }
}
