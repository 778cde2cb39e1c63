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
}
