import ModelArtifacts

extension FindingsReport {
    /// How many of the things that were looked at are named.
    private static let named = 10

    /// One report of several: the findings of each in their order, rules and sums of all.
    ///
    /// - Parameter noun: what each of them is about, as `document`.
    init(joining reports: [FindingsReport], of noun: String) {
        let sources = reports.flatMap { $0.properties.prefix(1) }
        let others = sources.count - Self.named
        let properties =
            [("sources", Plural.count(reports.count, noun))] + sources.prefix(Self.named)
            + (others > 0 ? [("more", "\(others)")] : [])
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
            command: first?.command ?? "", properties: properties,
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
