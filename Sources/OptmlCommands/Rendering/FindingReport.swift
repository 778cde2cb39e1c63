import ModelArtifacts
import SageMakerModel

/// A report with findings, whatever it is about.
protocol FindingReport {
    var findings: [Finding] { get }
    var truncated: [TruncatedRule] { get }
    /// How many findings of each severity there are, listed or not.
    var counts: FindingCounts { get }
}

extension InspectionReport: FindingReport {
    var counts: FindingCounts {
        FindingCounts(errors: summary.errors, warnings: summary.warnings, notes: summary.notes)
    }
}

extension RequestReport: FindingReport {
    var counts: FindingCounts { FindingCounts(errors: errors, warnings: warnings, notes: notes) }
}
