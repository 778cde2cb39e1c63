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
    ///   - html: makes the page for a browser.
    func write(
        _ findings: FindingsReport, text: (Style) -> [String],
        json: (@escaping OutputBuffer.Sink) throws(ArtifactError) -> Void, html: () -> HTMLPage
    ) throws {
        try write(
            findings: { () throws(ArtifactError) in findings },
            text: { (style, sink) throws(ArtifactError) in
                var bytes: [UInt8] = []
                for line in text(style) { bytes += Array(line.utf8) + [UInt8(ascii: "\n")] }
                try sink(bytes)
            }, json: json, html: { () throws(ArtifactError) in html() })
    }

    /// Writes the report of which each form is made only if it is asked for, bit by bit.
    func write(
        findings: () throws(ArtifactError) -> FindingsReport,
        text: (Style, @escaping OutputBuffer.Sink) throws(ArtifactError) -> Void,
        json: (@escaping OutputBuffer.Sink) throws(ArtifactError) -> Void, html: () throws(ArtifactError) -> HTMLPage
    ) throws {
        let copies = try reports.files().map { (format: $0.format, file: Optional($0.file)) }
        for (format, file) in [(reports.format, output.output)] + copies {
            let result = try ResultOutput(file)
            let sink: OutputBuffer.Sink = { chunk throws(ArtifactError) in try result.write(chunk) }
            switch format {
            case .text: try text(file == nil ? Style(output.color, for: 1) : .plain, sink)
            case .json: try json(sink)
            case .sarif:
                var sarif = SARIFReport(sink: sink)
                try sarif.write(findings())
            case .junit:
                var junit = JUnitReport(sink: sink)
                try junit.write(findings())
            case .github:
                var github = GitHubReport(sink: sink)
                try github.write(findings())
            case .gitlab:
                var gitlab = GitLabReport(sink: sink)
                try gitlab.write(findings())
            case .html: try html().write(to: sink)
            case .markdown:
                var markdown = MarkdownReport(sink: sink)
                try markdown.write(findings())
            case .concise:
                var concise = ConciseReport(sink: sink)
                try concise.write(findings())
            }
            try result.commit()
        }
    }
}
