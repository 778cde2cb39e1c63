/// Tells findings that are known from new ones, or gathers them for a baseline, as they come.
struct BaselineComparison {
    /// What is gathered; nil if nothing is to be.
    private(set) var recorded: Baseline?
    /// Whether there were more findings than a baseline can hold.
    private(set) var isOverfull = false
    /// What the baseline expects and did not come yet.
    private var expected: Baseline?
    /// The document that the findings are in; nil where there is none.
    private let document: ByteString?

    init(_ policy: RulePolicy) {
        document = policy.document
        switch policy.baseline {
        case .none: break
        case .compare(let baseline): expected = baseline
        case .record: recorded = Baseline()
        }
    }

    /// Takes a finding in, and returns whether it is known, so that nobody has to hear of it.
    mutating func knows(_ finding: Finding) -> Bool {
        if expected != nil {
            let fingerprint = FindingFingerprint(rule: finding.rule, location: finding.location, document: document)
            return expected?.remove(fingerprint) ?? false
        }
        guard recorded != nil else { return false }
        if recorded?.add(finding, in: document) == false { isOverfull = true }
        return true
    }

    /// The entries of the baseline that no finding matched.
    var unmatched: [Baseline.Entry] { expected?.entries ?? [] }
}
