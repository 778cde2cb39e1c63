import ArgumentParser
import ModelArtifacts

/// From which severity on a finding makes the command fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable, Sendable {
    case error, warning, note, never

    /// Whether the findings of a report make the command fail.
    func fails(_ report: some FindingReport) -> Bool {
        switch self {
        case .error: report.counts.hasFindings(atLeast: .error)
        case .warning: report.counts.hasFindings(atLeast: .warning)
        case .note: report.counts.hasFindings(atLeast: .note)
        case .never: false
        }
    }
}
