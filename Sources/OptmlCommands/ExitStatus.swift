import ArgumentParser
import ModelArtifacts

/// What the exit status of the command says.
enum ExitStatus {
    /// Findings at or above `--fail-on`, or a comparison that differs.
    static let findings = ExitCode(1)
    /// The tool could not finish.
    static let unfinished = ExitCode(2)

    /// The status for an error.
    static func status(of error: ArtifactError) -> ExitCode {
        error.code == .usage ? .validationFailure : unfinished
    }
}
