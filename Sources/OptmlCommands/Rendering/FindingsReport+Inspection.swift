import ModelArtifacts
import SageMakerModel

extension FindingsReport {
    /// The findings of an inspection under a configuration.
    init(_ report: InspectionReport, command: String, configuration: Configuration) {
        var properties: [(name: String, value: String)] = [
            ("source", "\(report.location)"), ("kind", report.kind.rawValue),
            ("s3DataType", report.combination.dataType.rawValue),
            ("compressionType", report.combination.compressionType.rawValue),
        ]
        if let uri = report.s3URI { properties.append(("s3Uri", "\(uri)")) }
        if let words = report.contents.words { properties.append(("contents", words)) }
        self.init(
            command: command, properties: properties, findings: report.findings, truncated: report.truncated,
            counts: report.counts, files: FindingFiles(report),
            of: RuleCatalog.rules,
            configuration: configuration)
    }

    /// The findings on a request, and on the artifact that it was compared with, under a configuration.
    ///
    /// - Parameter file: the file of the request as given.
    init(_ report: RequestReport, file: ByteString, withArtifact: Bool, configuration: Configuration) {
        self.init(
            command: "check-request", properties: [("source", "\(report.location)"), ("kind", "request")],
            findings: report.findings, truncated: report.truncated, counts: report.counts,
            files: FindingFiles(kind: .file, location: file),
            of: withArtifact ? AllRules.rules : RequestRules.rules, configuration: configuration)
    }

    /// Tells the rules that were applied from those that the configuration leaves out.
    init(
        command: String, properties: [(name: String, value: String)], findings: [Finding], truncated: [TruncatedRule],
        counts: FindingCounts, files: FindingFiles, of rules: [Rule], configuration: Configuration
    ) {
        // A request may tell another framework than the configuration.
        let found = Set(findings.map(\.rule))
        let rules = rules.filter { configuration.concerns($0.id) || found.contains($0.id) }
        let skipped = rules.compactMap { rule in
            configuration.reason(toSkip: rule.id).map { SkippedRule(rule: rule, reason: $0) }
        }
        let skippedIDs = Set(skipped.map(\.rule.id))
        self.init(
            command: command, properties: properties, findings: findings, truncated: truncated, counts: counts,
            files: files,
            rules: rules.filter { !skippedIDs.contains($0.id) }, skipped: skipped,
            failOn: configuration.effectiveFailOn)
    }
}
