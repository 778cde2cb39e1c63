/// Gathers findings in bounded memory.
///
/// Of each rule the first 1,000 in the order of reports are kept, whatever the order in which they come; all are counted.
package final class FindingCollector {
    /// The most findings of one rule that are listed.
    package static let listedPerRule = 1000

    private let policy: RulePolicy
    private var findings: [String: BoundedFindings] = [:]
    private(set) var baseline: BaselineComparison
    /// How many findings of rules that apply the policy excepts.
    package private(set) var excepted = 0
    /// How many findings the baseline knows.
    package private(set) var known = 0

    package init(policy: RulePolicy = RulePolicy()) {
        self.policy = policy
        baseline = BaselineComparison(policy.baseline)
    }

    /// Takes a finding in, unless the policy ignores its rule or excepts it, or the baseline knows it.
    package func report(_ finding: Finding) {
        guard policy.applies(finding.rule) else { return }
        guard !policy.excepts(finding) else { return excepted += 1 }
        guard !baseline.knows(finding) else { return known += 1 }
        var finding = finding
        finding.severity = policy.severities[finding.rule] ?? finding.severity
        findings[finding.rule, default: BoundedFindings(limit: Self.listedPerRule)].insert(finding)
    }

    /// The findings that are listed, sorted.
    package var listed: [Finding] {
        findings.values.flatMap(\.kept).sorted()
    }

    /// The rules of which not all findings are listed, and how many there are, sorted by rule.
    package var truncated: [TruncatedRule] {
        findings.filter { $0.value.total > $0.value.kept.count }
            .map { TruncatedRule(rule: $0.key, total: $0.value.total) }
            .sorted { $0.rule < $1.rule }
    }

    /// How many findings of a severity there are, listed or not.
    package func count(_ severity: Severity) -> Int {
        findings.values.reduce(0) { $0 + ($1.counts[severity] ?? 0) }
    }
}
