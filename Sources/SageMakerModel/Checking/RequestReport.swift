public import ModelArtifacts

/// What a check of a request found.
public struct RequestReport: Sendable {
    /// What the document is; nil if it could not be read.
    public var kind: RequestKind?
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

    init(_ collector: FindingCollector, kind: RequestKind?, location: ByteString) {
        self.kind = kind
        self.location = location
        findings = collector.listed
        truncated = collector.truncated
        errors = collector.count(.error)
        warnings = collector.count(.warning)
        notes = collector.count(.note)
    }

    /// Takes in what the inspection of an artifact found.
    package mutating func add(_ report: InspectionReport) {
        findings = (findings + report.findings).sorted()
        truncated = (truncated + report.truncated).sorted { $0.rule < $1.rule }
        errors += report.summary.errors
        warnings += report.summary.warnings
        notes += report.summary.notes
    }
}
