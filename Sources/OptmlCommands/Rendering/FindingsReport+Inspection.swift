import ModelArtifacts

extension FindingsReport {
    /// The findings of an inspection under a configuration.
    init(_ report: InspectionReport, command: String, configuration: Configuration) {
        var properties: [(name: String, value: String)] = [
            ("source", "\(report.location)"), ("kind", report.kind.rawValue),
            ("s3DataType", report.combination.dataType.rawValue),
            ("compressionType", report.combination.compressionType.rawValue),
        ]
        if let uri = report.s3URI { properties.append(("s3Uri", "\(uri)")) }
        let skipped = RuleCatalog.rules.compactMap { rule in
            configuration.reason(toSkip: rule.id).map { SkippedRule(rule: rule, reason: $0) }
        }
        let skippedIDs = Set(skipped.map(\.rule.id))
        self.init(
            command: command, properties: properties, findings: report.findings, truncated: report.truncated,
            files: FindingFiles(kind: report.kind, location: report.location),
            rules: RuleCatalog.rules.filter { !skippedIDs.contains($0.id) }, skipped: skipped,
            failOn: configuration.effectiveFailOn)
    }
}
