import ArgumentParser
import ModelArtifacts

/// The form of a report, and further copies of it in files.
struct ReportOptions: ParsableArguments {
    @Option(help: "The form of the result.")
    var format = ReportFormat.text

    @Option(
        help: ArgumentHelp(
            "Write the report to a file as well: sarif=optml.sarif. Repeatable.", valueName: "format=file"),
        completion: WordCompletion.reports(ReportFormat.self))
    var report: [ByteArgument] = []

    init() {}

    func validate() throws { _ = try files() }

    /// Whether the result or a copy of it has a form.
    func wants(_ format: ReportFormat) throws -> Bool {
        try self.format == format || files().contains { $0.format == format }
    }

    /// Whether standard output shows the result as text.
    func showsText(_ output: OutputOptions) -> Bool { format == .text && output.output == nil }

    /// Everything that is written beside standard output.
    func outputs(_ output: OutputOptions) throws -> [ByteString?] { try [output.output] + files().map(\.file) }

    /// The further copies.
    func files() throws -> [(format: ReportFormat, file: ByteString)] {
        try ReportCopies.files(report, as: ReportFormat.self)
    }
}
