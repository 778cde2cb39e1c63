import ModelArtifacts

/// Finds a number that is larger or smaller than the API takes.
enum NumberOutOfRange {
    static let rule = Rule(
        "request-number-out-of-range", .error, "a number is larger or smaller than the API takes",
        explanation: """
            The service model bounds most numbers, many of them at one end only: a component of inference needs at least \
            128 MiB of memory, and an endpoint waits 60 to 3,600 seconds for its model. boto3 checks only the lower end.
            """,
        remedy: "write a number that is allowed",
        example: Rule.Example(
            bad: #"{"StartupParameters": {"ModelDataDownloadTimeoutInSeconds": 7200}}"#,
            good: #"{"StartupParameters": {"ModelDataDownloadTimeoutInSeconds": 3600}}"#),
        source: RequestSource.inferenceComponent)

    static func check(_ value: RequestValue, isWhole: Bool, _ range: ClosedRange<Double>, _ context: RequestContext) {
        guard let number = value.number, !range.contains(number) else { return }
        let allowed =
            range.upperBound == .infinity
            ? "at least \(text(range.lowerBound))" : "\(text(range.lowerBound)) to \(text(range.upperBound))"
        context.report(rule, "\(ValueText.shown(value)), and the API takes \(allowed)", at: value)
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
