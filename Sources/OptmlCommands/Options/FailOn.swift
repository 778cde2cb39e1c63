import ArgumentParser
import ModelArtifacts

/// From which severity on a finding makes the command fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable, Sendable {
    case error, warning, note, never

    /// Whether the findings of a report make the command fail.
    func fails(_ report: some FindingReport) -> Bool { fails(report.counts) }

    /// Whether so many findings make the command fail.
    func fails(_ counts: FindingCounts) -> Bool { least.map(counts.hasFindings) ?? false }

    /// Whether a finding of this severity makes the command fail.
    func fails(_ severity: Severity) -> Bool { least.map { severity <= $0 } ?? false }

    private var least: Severity? {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        case .never: nil
        }
    }
}
