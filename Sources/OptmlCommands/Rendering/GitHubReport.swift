import ModelArtifacts

/// Findings as workflow commands, which GitHub Actions takes from a job's log and shows as annotations.
///
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands. A command is one line; what could
/// end it, or one of its properties, is percent-encoded as the runner decodes it. The runner makes an absolute path relative to
/// the workspace: https://github.com/actions/runner, `src/Runner.Worker/ActionCommandManager.cs`.
struct GitHubReport {
    private var output: OutputBuffer

    init(sink: @escaping OutputBuffer.Sink) {
        output = OutputBuffer(sink: sink)
    }

    /// Writes a line for each finding, and one for each rule of which not all findings are listed.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        for result in report.results {
            var properties = [("file", "\(FindingFiles.absolutePath(of: result.file))"), ("line", "\(result.line)")]
            if let column = result.column { properties.append(("col", "\(column)")) }
            properties.append(("title", "optml \(result.finding.rule)"))
            try write(Self.command(for: result.finding.severity), properties, result.text)
        }
        for rule in report.truncated {
            let listed = report.results.count { $0.finding.rule == rule.rule }
            try write(
                "warning", [("title", "optml \(rule.rule)")],
                "\(rule.rule): \(rule.total) findings, of which the first \(listed) are listed")
        }
        try output.flush()
    }

    private static func command(for severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private mutating func write(
        _ command: String, _ properties: [(name: String, value: String)], _ message: String
    ) throws(ArtifactError) {
        let list = properties.map { "\($0.name)=\(Self.escaped($0.value, isProperty: true))" }.joined(separator: ",")
        output.bytes.append(contentsOf: "::\(command) \(list)::\(Self.escaped(message, isProperty: false))\n".utf8)
        try output.flushIfFull()
    }

    /// As the runner's own toolkit escapes: https://github.com/actions/toolkit, `packages/core/src/command.ts`.
    static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
