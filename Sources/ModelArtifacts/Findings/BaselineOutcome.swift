/// What became of the baseline in an inspection.
package struct BaselineOutcome: Sendable {
    /// The baseline of the present findings, where one was asked for.
    package var recorded: Baseline?
    /// Whether there are more findings than a baseline can hold, so that ``recorded`` lacks some.
    package var isOverfull = false
    /// The entries that no finding matched, of rules that were applied.
    package var stale: [Baseline.Entry] = []

    /// Nothing: there was no baseline.
    init() {}

    init(_ comparison: BaselineComparison, policy: RulePolicy) {
        recorded = comparison.recorded
        isOverfull = comparison.isOverfull
        stale = comparison.unmatched.filter { policy.applies($0.rule) }
    }
}
