import ModelArtifacts

extension FindingsReport {
    /// One model of many, and its findings.
    struct Model {
        /// Where it is.
        let uri: ByteString
        /// Which of the results are about it.
        let results: Range<Int>
        /// The rules of which it has more.
        let truncated: [TruncatedRule]
    }

    /// The findings on the models of a listing, those of each model next to each other.
    init(_ report: ModelsReport, configuration: Configuration) {
        var (findings, models): ([Finding], [Model]) = ([], [])
        var totals: [String: Int] = [:]
        var truncated: Set<String> = []
        for model in report.models {
            let start = findings.count
            findings += model.findings
            models.append(Model(uri: model.s3URI, results: start..<findings.count, truncated: model.truncated))
            var counts = Dictionary(grouping: model.findings, by: \.rule).mapValues(\.count)
            for rule in model.truncated {
                counts[rule.rule] = rule.total
                truncated.insert(rule.rule)
            }
            totals.merge(counts, uniquingKeysWith: +)
        }
        let sum = report.summary
        var properties: [(name: String, value: String)] = [
            ("source", "\(report.location)"), ("kind", SourceKind.listing.rawValue), ("s3Uri", "\(report.s3URI)"),
            ("models", "\(report.models.count)"),
        ]
        if let words = report.contents.words { properties.append(("contents", words)) }
        self.init(
            command: "check", properties: properties,
            findings: findings + report.findings,
            truncated: truncated.sorted().map { TruncatedRule(rule: $0, total: totals[$0] ?? 0) },
            counts: FindingCounts(errors: sum.errors, warnings: sum.warnings, notes: sum.notes),
            files: FindingFiles(kind: .listing, location: report.location), of: RuleCatalog.rules,
            configuration: configuration)
        self.models = models
    }
}

extension HTMLPage {
    /// The page of the models of a listing.
    init(_ report: ModelsReport, _ findings: FindingsReport) {
        let failing = report.models.count { $0.summary.errors > 0 }
        self.init(
            title: "\(report.location)", verdict: Self.verdict(findings),
            subtitle: "optml check · \(Plural.count(report.models.count, "model")) of a listing below \(report.s3URI)"
                + (report.contents.words.map { " · contents \($0)" } ?? ""),
            cards: Self.cards(findings.counts) + [
                Card(value: "\(report.models.count)", label: report.models.count == 1 ? "model" : "models"),
                Card(value: "\(failing)", label: "with errors"),
            ], findings: findings)
    }
}
