/// Which rules speak, and how loudly: what the user chose.
public struct RulePolicy: Hashable, Sendable {
    /// The only rules to apply; nil for all.
    public var selected: Set<String>?
    /// Rules not to apply.
    public var ignored: Set<String>
    /// Other severities than the rules' own.
    public var severities: [String: Severity]
    /// Findings not to report, though their rules apply.
    public var exceptions: [IgnoredFindings]
    /// What to do with a baseline.
    package var baseline = BaselineUse.none
    /// The document that the findings are in, as a baseline tells it from others; nil where there is none.
    package var document: ByteString?
    /// Whether it is the only document, so that a baseline need not tell it from others: findings are recorded without its name, and
    /// those that were recorded so are known in it.
    package var isOnlyDocument = false

    /// Joins the choices; by default all rules apply with their own severities.
    public init(
        selected: Set<String>? = nil, ignored: Set<String> = [], severities: [String: Severity] = [:],
        exceptions: [IgnoredFindings] = []
    ) {
        self.selected = selected
        self.ignored = ignored
        self.severities = severities
        self.exceptions = exceptions
    }

    /// The document that findings are recorded with in a baseline.
    var recordedDocument: ByteString? { isOnlyDocument ? nil : document }

    /// The fingerprints by which a baseline may know a finding, the one that is most like it first.
    func fingerprints(of finding: Finding) -> [FindingFingerprint] {
        let own = FindingFingerprint(rule: finding.rule, location: finding.location, document: document)
        return isOnlyDocument && document != nil ? [own, finding.fingerprint] : [own]
    }

    /// Whether a rule is applied.
    public func applies(_ rule: String) -> Bool {
        !ignored.contains(rule) && (selected?.contains(rule) ?? true)
    }

    /// Whether a finding is one of the exceptions.
    package func excepts(_ finding: Finding) -> Bool { exceptions.contains { $0.contains(finding) } }
}
