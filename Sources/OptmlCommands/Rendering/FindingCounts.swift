import ModelArtifacts

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
