import ModelArtifacts
import SageMakerModel

/// A report with findings, whatever it is about.
protocol FindingReport {
    var findings: [Finding] { get }
    var truncated: [TruncatedRule] { get }
    /// How many findings of each severity there are, listed or not.
    var counts: FindingCounts { get }
}

/// How many findings of each severity there are.
struct FindingCounts {
    var errors: Int
    var warnings: Int
    var notes: Int

    /// Whether there is a finding at least as severe as `severity`.
    func hasFindings(atLeast severity: Severity) -> Bool {
        switch severity {
        case .error: errors > 0
        case .warning: errors + warnings > 0
        case .note: errors + warnings + notes > 0
        }
    }
}

extension InspectionReport: FindingReport {
    var counts: FindingCounts {
        FindingCounts(errors: summary.errors, warnings: summary.warnings, notes: summary.notes)
    }
}

extension RequestReport: FindingReport {
    var counts: FindingCounts { FindingCounts(errors: errors, warnings: warnings, notes: notes) }
}
