/// Tells findings that are known from new ones, or gathers them for a baseline, as they come.
struct BaselineComparison {
    /// What is gathered; nil if nothing is to be.
    private(set) var recorded: Baseline?
    /// Whether there were more findings than a baseline can hold.
    private(set) var isOverfull = false
    /// What the baseline expects and did not come yet.
    private var expected: Baseline?
    private let policy: RulePolicy

    init(_ policy: RulePolicy) {
        self.policy = policy
        switch policy.baseline {
        case .none: break
        case .compare(let baseline): expected = baseline
        case .record: recorded = Baseline()
        }
    }

    /// Takes a finding in, and returns whether it is known, so that nobody has to hear of it.
    mutating func knows(_ finding: Finding) -> Bool {
        if expected != nil {
            return policy.fingerprints(of: finding).contains { expected?.remove($0) ?? false }
        }
        guard recorded != nil else { return false }
        if recorded?.add(finding, in: policy.recordedDocument) == false { isOverfull = true }
        return true
    }

    /// The entries of the baseline that no finding matched.
    var unmatched: [Baseline.Entry] { expected?.entries ?? [] }
}
