/// What an inspection found.
public struct InspectionReport: Sendable {
    /// The sums over what was seen.
    public struct Summary: Hashable, Sendable {
        /// Objects that S3 holds or would hold.
        public var objects = 0
        /// Files in the layout.
        public var files = 0
        /// Directories in the layout.
        public var directories = 0
        /// Bytes of the files in the layout, as far as their sizes are known.
        public var bytes: Int64 = 0
        /// Files in the layout whose sizes are not known, as those of a listing of keys alone.
        public var unknownSizes = 0
        /// Findings of severity error, those that are not listed among them.
        public var errors = 0
        /// Findings of severity warning.
        public var warnings = 0
        /// Findings of severity note.
        public var notes = 0
        /// Findings that the configuration ignores by their paths, which count nowhere else.
        public var ignored = 0
        /// Findings that the baseline knows, which count nowhere else.
        public var known = 0
    }

    /// What kind of source it was.
    public var kind: SourceKind
    /// The source as given.
    public var location: ByteString
    /// The S3 URI as given; nil if none was.
    public var s3URI: ByteString?
    /// As what the source was inspected.
    public var combination: Combination
    /// How many models the source holds.
    public var hosting = ModelHosting.one
    /// The archives of a multi-model endpoint; nil for anything else.
    public var models: HostedModels?
    /// The sums.
    public var summary: Summary
    /// The findings in order, at most 1,000 of each rule.
    public var findings: [Finding]
    /// The rules of which there are more.
    public var truncated: [TruncatedRule]
    /// The layout, where it was asked for.
    public var layout: LayoutRows?
    /// What is worth showing of the layout, where that was asked for.
    package var digest: LayoutDigest?
    /// What else is known of each row of the layout, where a comparison asks for it.
    package var attributes: [FileAttributes]?
    /// What was left out of a directory as junk.
    package var excludedJunk = ExcludedJunk()
    /// Whether the source was read to its end.
    package var isComplete = true
    /// The objects in the order of their keys, where they were asked for.
    public var objects: [StoredObject]?
    /// The files that are open still, by the number of their object.
    package var keptFiles: [Int: KeptFile] = [:]
    /// The baseline of the findings, where one was asked for.
    package var baseline = BaselineOutcome()
    /// How far rules could look into the contents.
    public var contents = ContentReach.all
    /// What of the source could not be read although rules wanted it, each safe to show.
    public var remarks: [String] = []
    /// The channel whose data it is; nil for the model's own data.
    public var channel: String?
    /// The reports on the channels, whose findings, sums and layouts are part of this one.
    public internal(set) var channels: [InspectionReport] = []

    /// Takes in a finding on something that was made of the report, unless the policy ignores it or the baseline knows it.
    package mutating func add(_ finding: Finding, policy: RulePolicy) {
        guard policy.applies(finding.rule) else { return }
        guard !policy.excepts(finding) else { return summary.ignored += 1 }
        guard !baseline.knows(finding, by: policy) else { return summary.known += 1 }
        var finding = finding
        finding.severity = policy.severities[finding.rule] ?? finding.severity
        findings.insert(finding, at: findings.firstIndex { finding < $0 } ?? findings.endIndex)
        switch finding.severity {
        case .error: summary.errors += 1
        case .warning: summary.warnings += 1
        case .note: summary.notes += 1
        }
    }

    /// Whether there is a finding at least as severe as `severity`.
    public func hasFindings(atLeast severity: Severity) -> Bool {
        switch severity {
        case .error: summary.errors > 0
        case .warning: summary.errors + summary.warnings > 0
        case .note: summary.errors + summary.warnings + summary.notes > 0
        }
    }
}
