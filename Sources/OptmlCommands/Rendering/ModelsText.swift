import ModelArtifacts

/// The report on the models of a listing as text, for people: a line a model.
struct ModelsText {
    private let style: Style
    private let isQuiet: Bool
    private let configuration: ByteString?

    /// - Parameters:
    ///   - isQuiet: whether models without errors and warnings are left out.
    ///   - configuration: the configuration in force, if the report is to say which.
    init(style: Style, isQuiet: Bool, configuration: ByteString?) {
        self.style = style
        self.isQuiet = isQuiet
        self.configuration = configuration
    }

    /// Writes the report.
    func write(_ report: ModelsReport, to buffer: inout OutputBuffer) throws(ArtifactError) {
        func write(_ line: String) throws(ArtifactError) {
            buffer.bytes += Array(line.utf8) + [UInt8(ascii: "\n")]
            try buffer.flushIfFull()
        }
        let sum = report.summary
        if !isQuiet {
            let models = Plural.count(report.models.count, "model")
            try write("Checked \(models) of listing '\(report.location)' below '\(report.s3URI)'")
        }
        for line in TextReport.head(configuration: configuration).dropLast() { try write(line) }
        if !isQuiet || configuration != nil { try write("") }
        let shown = isQuiet ? report.models.filter { $0.summary.errors + $0.summary.warnings > 0 } : report.models
        if !shown.isEmpty {
            let widths = Self.widths(of: shown)
            try write(Self.line(Self.names, widths) + "  model")
            for model in shown {
                let fields = Self.fields(of: model.summary)
                try write(Self.line(fields, widths, colored(fields[0], model.summary)) + "  \(model.s3URI)")
            }
            try write("")
        }
        for finding in report.findings where !isQuiet || finding.severity != .note {
            try write("\(finding.severity.rawValue) \(finding.rule): \(finding.message)")
        }
        let failing = report.models.count { $0.summary.errors > 0 }
        let errors = sum.errors > 0 ? style.red(Plural.count(sum.errors, "error")) : "no errors"
        let all = Plural.count(report.models.count, "model")
        try write(
            "\(errors) in \(failing > 0 ? "\(failing) of \(all)" : all), \(Plural.count(sum.warnings, "warning")), "
                + "\(Plural.count(sum.notes, "note"))" + (report.contents.words.map { "; contents \($0)" } ?? ""))
    }

    private static let names = ["verdict", "errors", "warnings", "notes", "files", "size"]

    /// The severity of the worst finding as the verdict, and the sums.
    private static func fields(of summary: InspectionReport.Summary) -> [String] {
        let size = summary.unknownSizes == summary.files ? "-" : ByteSize(bytes: summary.bytes).description
        return [
            verdict(of: summary), "\(summary.errors)", "\(summary.warnings)", "\(summary.notes)", "\(summary.files)",
            summary.files == 0 ? "-" : size,
        ]
    }

    /// The severity of the worst finding, or that there is none.
    static func verdict(of summary: InspectionReport.Summary) -> String {
        if summary.errors > 0 { return Severity.error.rawValue }
        if summary.warnings > 0 { return Severity.warning.rawValue }
        return summary.notes > 0 ? Severity.note.rawValue : "ok"
    }

    private static func widths(of models: [ModelReport]) -> [Int] {
        models.reduce(into: names.map(\.utf8.count)) { widths, model in
            for (index, field) in fields(of: model.summary).enumerated() {
                widths[index] = max(widths[index], field.utf8.count)
            }
        }
    }

    /// The verdict to the left, numbers to the right.
    private static func line(_ fields: [String], _ widths: [Int], _ verdict: String? = nil) -> String {
        let padded = zip(fields, widths).map { String(repeating: " ", count: $1 - $0.utf8.count) }
        let numbers = fields.indices.dropFirst().map { "  " + padded[$0] + fields[$0] }
        return (verdict ?? fields[0]) + padded[0] + numbers.joined()
    }

    private func colored(_ verdict: String, _ summary: InspectionReport.Summary) -> String {
        if summary.errors > 0 { return style.red(verdict) }
        return summary.warnings > 0 ? style.yellow(verdict) : verdict
    }
}
