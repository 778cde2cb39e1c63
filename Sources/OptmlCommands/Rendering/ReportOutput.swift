import ModelArtifacts

/// Writes a report in every form that the options ask for: the one of the result, and the copies in files.
struct ReportOutput {
    private let reports: ReportOptions
    private let output: OutputOptions

    init(reports: ReportOptions, output: OutputOptions) {
        self.reports = reports
        self.output = output
    }

    /// Writes the report.
    ///
    /// - Parameters:
    ///   - findings: what the forms for other tools are made of.
    ///   - text: makes the lines for people.
    ///   - json: writes the JSON of the command.
    func write(
        _ findings: FindingsReport, text: (Style) -> [String],
        json: (@escaping OutputBuffer.Sink) throws(ArtifactError) -> Void
    ) throws {
        let copies = try reports.files().map { (format: $0.format, file: Optional($0.file)) }
        for (format, file) in [(reports.format, output.output)] + copies {
            let result = try ResultOutput(file)
            let sink: OutputBuffer.Sink = { chunk throws(ArtifactError) in try result.write(chunk) }
            switch format {
            case .text: try result.write(lines: text(file == nil ? Style(output.color, for: 1) : .plain))
            case .json: try json(sink)
            case .sarif:
                var sarif = SARIFReport(sink: sink)
                try sarif.write(findings)
            case .junit:
                var junit = JUnitReport(sink: sink)
                try junit.write(findings)
            case .github:
                var github = GitHubReport(sink: sink)
                try github.write(findings)
            case .gitlab:
                var gitlab = GitLabReport(sink: sink)
                try gitlab.write(findings)
            }
            try result.commit()
        }
    }
}
