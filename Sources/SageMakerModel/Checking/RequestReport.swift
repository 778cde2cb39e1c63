public import ModelArtifacts

/// What a check of a request found.
public struct RequestReport: Sendable {
    /// What the document is; nil if it could not be read.
    public var kind: RequestKind?
    /// The operation that its request is for, as `CreateModel`; nil if it could not be read, or holds requests of several.
    public var operation: String?
    /// The baseline of the findings, where one was asked for.
    package var baseline = BaselineOutcome()
    /// The document as given.
    public var location: ByteString
    /// The findings in order, at most 1,000 of each rule.
    public var findings: [Finding]
    /// The rules of which there are more.
    public var truncated: [TruncatedRule]
    /// Findings of severity error, those that are not listed among them.
    public var errors: Int
    /// Findings of severity warning.
    public var warnings: Int
    /// Findings of severity note.
    public var notes: Int

    init(_ collector: FindingCollector, _ document: RequestDocument?, location: ByteString) {
        kind = document?.kind
        let operations = Set((document?.roots ?? []).map(\.operation.name))
        operation = operations.count == 1 ? operations.first : nil
        self.location = location
        findings = collector.listed
        truncated = collector.truncated
        errors = collector.count(.error)
        warnings = collector.count(.warning)
        notes = collector.count(.note)
        baseline = collector.baselineOutcome
    }

    /// What the document is called in a sentence.
    package var subject: String {
        let known = Operation.all.first { $0.name == operation } ?? .createModel
        return kind?.description(of: known) ?? "document"
    }

    /// Takes in a finding on something beside the request, unless the policy ignores it.
    package mutating func add(_ finding: Finding, policy: RulePolicy) {
        let collector = FindingCollector(policy: policy)
        collector.report(finding)
        findings = (findings + collector.listed).sorted()
        errors += collector.count(.error)
        warnings += collector.count(.warning)
        notes += collector.count(.note)
    }

    /// Takes in what the inspection of an artifact found.
    package mutating func add(_ report: InspectionReport) {
        findings = (findings + report.findings).sorted()
        truncated = (truncated + report.truncated).sorted { $0.rule < $1.rule }
        errors += report.summary.errors
        warnings += report.summary.warnings
        notes += report.summary.notes
        baseline.join(report.baseline)
    }
}
