import ArgumentParser
import ModelArtifacts

/// What the commands whose result is data have in common: they check first.
enum DataCommand {
    /// Shows the findings on standard error, and stops on those that make the command fail.
    ///
    /// - Parameter showing: whether to show findings that do not stop the command.
    /// - Throws: the exit status if there are such findings and `force` is not set.
    static func gate(
        _ report: InspectionReport, _ failOn: FailOn, _ output: OutputOptions, force: Bool,
        showing: Bool = true
    ) throws {
        let text = TextReport(style: Style(output.color, for: 2), isQuiet: output.quiet, hasJSON: false)
        let findings = text.findingLines(of: report)
        let stops = !force && (report.summary.errors > 0 || failOn.fails(report))
        guard stops || showing else { return }
        if !findings.isEmpty { StandardStream.error.line(findings.joined(separator: "\n")) }
        guard stops else { return }
        StandardStream.error.line(text.summary(of: report) + "; nothing was written (--force writes it all the same)")
        throw ExitStatus.findings
    }
}
