import ModelArtifacts

/// Findings as the JSON of code quality that GitLab shows in merge requests.
///
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. A fingerprint must be unique in the report.
struct GitLabReport {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    /// Writes one report as an array.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        try writer.beginArray()
        for result in report.results {
            try writer.beginObject()
            // It is shown in one line.
            let texts = [result.finding.message, result.finding.help].filter { !$0.isEmpty }
            try writer.write("description", texts.joined(separator: "; "))
            try writer.write("check_name", result.finding.rule)
            try writer.write("fingerprint", result.fingerprint)
            try writer.write("severity", Self.severity(result.finding.severity))
            try writer.beginObject("location")
            try writer.write("path", "\(FindingFiles.repositoryPath(of: result.file))")
            try writer.beginObject("lines")
            try writer.write("begin", result.line)
            try writer.endObject()
            try writer.endObject()
            try writer.endObject()
        }
        try writer.endArray()
        try writer.finish()
    }

    /// Of info, minor, major, critical and blocker.
    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "blocker"
        case .warning: "major"
        case .note: "info"
        }
    }
}
