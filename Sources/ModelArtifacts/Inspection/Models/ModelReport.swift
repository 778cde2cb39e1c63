/// What was found of one model of many.
public struct ModelReport: Sendable {
    /// Where it is.
    public let s3URI: ByteString
    /// The sums.
    public let summary: InspectionReport.Summary
    /// The findings in order, at most 1,000 of each rule; of the models behind those whose findings fill memory, none.
    public let findings: [Finding]
    /// The rules of which there are more.
    public let truncated: [TruncatedRule]

    /// The same with the number of findings of each rule, and none of them.
    var withoutFindings: ModelReport {
        var totals = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
        for rule in truncated { totals[rule.rule] = rule.total }
        let truncated = totals.map { TruncatedRule(rule: $0.key, total: $0.value) }.sorted { $0.rule < $1.rule }
        return ModelReport(s3URI: s3URI, summary: summary, findings: [], truncated: truncated)
    }
}
