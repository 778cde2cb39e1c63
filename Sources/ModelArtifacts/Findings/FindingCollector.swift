/// Gathers findings in bounded memory.
///
/// Of each rule the first 1,000 in the order of reports are kept, whatever the order in which they come; all are counted.
package final class FindingCollector {
    /// The most findings of one rule that are listed.
    package static let listedPerRule = 1000

    private let policy: RulePolicy
    // Of a million findings each would be checked for exclusive access several times; nothing that these methods call comes back.
    @exclusivity(unchecked) private var findings: [BoundedFindings] = []
    /// Where those of each rule are.
    private var places: [String: Int] = [:]
    /// The rule that a finding was of last.
    @exclusivity(unchecked) private var latest: (rule: String, place: Int)?
    /// Whether all findings are taken in, as severe as their rules say.
    private let takesAll: Bool
    private(set) var baseline: BaselineComparison
    /// The archive of many that findings are about now: its name as shown, and its key.
    @exclusivity(unchecked) private var model: (name: ByteString, key: ByteString)?
    /// How many findings of rules that apply the policy excepts.
    package private(set) var excepted = 0
    /// How many findings the baseline knows.
    package private(set) var known = 0

    package init(policy: RulePolicy = RulePolicy()) {
        self.policy = policy
        baseline = BaselineComparison(policy)
        takesAll =
            policy.exceptions.isEmpty && policy.severities.isEmpty && policy.baseline == .none
    }

    /// Forgets what it has, and begins again.
    package func begin() {
        (excepted, known) = (0, 0)
        if unsafe !findings.isEmpty {
            unsafe findings = []
            places = [:]
        }
        unsafe latest = nil
        unsafe model = nil
        if policy.baseline != .none { baseline = BaselineComparison(policy) }
    }

    /// What became of the baseline so far.
    package var baselineOutcome: BaselineOutcome { BaselineOutcome(baseline, policy: policy) }

    /// Counts a finding that would not be listed, so that nobody has to put it into words.
    ///
    /// - Parameters:
    ///   - path: below `mount`.
    ///   - mount: where the model data goes, without a slash at the end.
    /// - Returns: whether it was counted; otherwise it has to be reported.
    func count(_ rule: Rule, at path: Span<UInt8>, below mount: ByteString) -> Bool {
        guard takesAll, unsafe model == nil, let latest = unsafe latest, latest.rule == rule.id else { return false }
        return unsafe findings[latest.place].count(rule.severity, at: path, below: mount)
    }

    /// Takes a finding in, unless the policy ignores its rule or excepts it, or the baseline knows it.
    package func report(_ finding: Finding) {
        guard policy.applies(finding.rule) else { return }
        guard !policy.excepts(finding) else { return excepted += 1 }
        var finding = unsafe model.map { finding.told(ofModel: $0.name, key: $0.key) } ?? finding
        guard !baseline.knows(finding) else { return known += 1 }
        finding.severity = policy.severities[finding.rule] ?? finding.severity
        let place = place(of: finding.rule)
        unsafe findings[place].insert(finding)
    }

    /// Findings from now on are about an archive of many models, and say so.
    ///
    /// - Parameters:
    ///   - name: the archive as it is shown.
    ///   - key: that of the archive, as far as it is known.
    package func beginModel(_ name: ByteString, key: ByteString) { unsafe model = (name, key) }

    /// Findings from now on are about the whole again.
    package func endModel() { unsafe model = nil }

    private func place(of rule: String) -> Int {
        if let latest = unsafe latest, latest.rule == rule { return latest.place }
        let place = unsafe places[rule] ?? findings.count
        if unsafe place == findings.count {
            unsafe findings.append(BoundedFindings(limit: Self.listedPerRule))
            places[rule] = place
        }
        unsafe latest = (rule, place)
        return place
    }

    /// The findings that are listed, sorted.
    package var listed: [Finding] {
        unsafe findings.flatMap(\.kept).sorted()
    }

    /// The rules of which not all findings are listed, and how many there are, sorted by rule.
    package var truncated: [TruncatedRule] {
        let findings = unsafe findings
        return places.filter { findings[$0.value].total > findings[$0.value].kept.count }
            .map { TruncatedRule(rule: $0.key, total: findings[$0.value].total) }
            .sorted { $0.rule < $1.rule }
    }

    /// How many findings of a severity there are, listed or not.
    package func count(_ severity: Severity) -> Int {
        unsafe findings.reduce(0) { $0 + $1.count(severity) }
    }
}

extension Finding {
    /// The finding with the name of the archive that it is about. Where its members come to lie in the container is not known
    /// before a caller asks for the model.
    fileprivate func told(ofModel name: ByteString, key: ByteString) -> Finding {
        var finding = self
        // Many messages begin with the name.
        if !message.hasPrefix("'\(name)'") { finding.message = "\(name): \(message)" }
        finding.location.inModel(key: key)
        for index in finding.related.indices { finding.related[index].inModel(key: key) }
        return finding
    }
}

extension Location {
    fileprivate mutating func inModel(key: ByteString) {
        member = member ?? path.flatMap(ModelDirectory.path(below:))
        (self.key, path) = (key, nil)
    }
}
