/// What became of the baseline in an inspection.
package struct BaselineOutcome: Sendable {
    /// The baseline of the present findings, where one was asked for.
    package var recorded: Baseline?
    /// Whether there are more findings than a baseline can hold, so that ``recorded`` lacks some.
    package var isOverfull = false
    /// The entries that no finding matched, of rules that were applied.
    package var stale: [Baseline.Entry] = []

    /// Nothing: there was no baseline.
    package init() {}

    /// Takes in what became of the baseline beside it: what either records, and what neither found.
    package mutating func join(_ other: BaselineOutcome) {
        if let more = other.recorded {
            var all = recorded ?? Baseline()
            for entry in more.entries where !all.add(all: entry) { isOverfull = true }
            recorded = all
        }
        isOverfull = isOverfull || other.isOverfull
        let others = Set(other.stale.map(\.fingerprint))
        stale.removeAll { !others.contains($0.fingerprint) }
    }

    /// Takes in a finding that was made after the inspection, and returns whether it is known.
    mutating func knows(_ finding: Finding, by policy: RulePolicy) -> Bool {
        switch policy.baseline {
        case .none: return false
        case .record:
            var all = recorded ?? Baseline()
            if !all.add(finding, in: policy.recordedDocument) { isOverfull = true }
            recorded = all
            return true
        case .compare(let baseline):
            guard let known = policy.fingerprints(of: finding).first(where: baseline.contains) else { return false }
            stale.removeAll { $0.fingerprint == known }
            return true
        }
    }

    init(_ comparison: BaselineComparison, policy: RulePolicy) {
        recorded = comparison.recorded
        isOverfull = comparison.isOverfull
        stale = comparison.unmatched.filter { policy.applies($0.rule) }
    }
}
