import ModelArtifacts

extension FindingsReport {
    /// One report of several: the findings of each in their order, rules and sums of all.
    init(joining reports: [FindingsReport]) {
        let first = reports.first
        var totals: [String: Int] = [:]
        for report in reports {
            let listed = Dictionary(grouping: report.results, by: \.finding.rule).mapValues(\.count)
            for (rule, count) in listed { totals[rule, default: 0] += report.total(of: rule, listed: count) }
        }
        let truncated = Set(reports.flatMap { $0.truncated.map(\.rule) }).sorted()
        var known: Set<String> = []
        let rules = reports.flatMap(\.rules).filter { known.insert($0.id).inserted }
        self.init(
            command: first?.command ?? "", properties: reports.flatMap(\.properties),
            joined: reports.flatMap(\.results),
            truncated: truncated.map { TruncatedRule(rule: $0, total: totals[$0] ?? 0) },
            counts: reports.reduce(FindingCounts(errors: 0, warnings: 0, notes: 0)) { $0 + $1.counts },
            rules: rules.sorted { ByteString($0.id) < ByteString($1.id) }, skipped: first?.skipped ?? [],
            failOn: first?.failOn ?? .error)
    }
}

extension FindingCounts {
    /// The sums of two reports.
    static func + (left: FindingCounts, right: FindingCounts) -> FindingCounts {
        FindingCounts(
            errors: left.errors + right.errors, warnings: left.warnings + right.warnings,
            notes: left.notes + right.notes)
    }
}
