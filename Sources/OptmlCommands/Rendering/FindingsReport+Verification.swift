import ModelArtifacts

extension FindingsReport {
    /// What is not the same in a comparison.
    ///
    /// - Throws: what reading the sides again throws.
    init(_ report: VerificationReport) throws(ArtifactError) {
        let (listed, truncated) = try report.findings()
        // What people can look at is the directory, whichever side that is, or what is there.
        let side =
            report.expected.kind == "directory" && report.actual.kind != "directory" ? report.expected : report.actual
        self.init(
            command: "verify",
            properties: [
                ("source", "\(report.actual.location)"), ("kind", report.actual.kind),
                ("expected", "\(report.expected.location)"),
            ],
            findings: listed, truncated: truncated,
            counts: FindingCounts(
                errors: report.summary.total == 0 ? 1 : report.summary.failures, warnings: 0,
                notes: report.summary.total - report.summary.count(.same) - report.summary.failures),
            files: FindingFiles(kind: SourceKind(rawValue: side.kind) ?? .file, location: side.location),
            rules: VerificationRules.rules, failOn: .error)
    }
}
