import ModelArtifacts
import SageMakerModel

/// Prints a request, for the commands whose result is one: what a form lacks or requires is said, then findings stop it.
struct RequestPrinter {
    let format: RequestFormat
    let operation: Operation
    let settings: Configuration
    let output: OutputOptions
    let force: Bool

    /// Writes a request, unless there are findings that make the command fail.
    ///
    /// - Parameters:
    ///   - request: what is written.
    ///   - node: the request as it is checked: what a reference stands for is not known.
    ///   - findings: what is to be said of the request.
    ///   - report: what was said of its model data.
    func print(
        _ request: JSONValue, checkedAs node: JSONNode, _ findings: [Finding], _ report: InspectionReport
    ) throws {
        var report = report
        let policy = try settings.policy()
        let reduced = TargetReduction(request, for: format, of: operation)
        for finding in findings + reduced.findings + TargetRequires.findings(node, in: format, of: operation) {
            report.add(finding, policy: policy)
        }
        try DataCommand.gate(report, settings.effectiveFailOn, output, force: force)
        let destination = try ResultOutput(output.output)
        try destination.write(Array(format.text(of: reduced.request, for: operation).utf8))
        try destination.commit()
    }
}
