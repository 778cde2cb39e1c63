import ArgumentParser
import ModelArtifacts

/// The form of a report, and further copies of it in files.
struct ReportOptions: ParsableArguments {
    @Option(help: "The form of the result.")
    var format = ReportFormat.text

    @Option(
        help: ArgumentHelp(
            "Write the report to a file as well: sarif=optml.sarif. Repeatable.", valueName: "format=file"))
    var report: [ByteArgument] = []

    init() {}

    func validate() throws { _ = try files() }

    /// The further copies.
    func files() throws -> [(format: ReportFormat, file: ByteString)] {
        try report.map { argument in
            let bytes = argument.value.bytes
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals + 1 < bytes.endIndex,
                let name = ByteString(Array(bytes[..<equals])).string, let format = ReportFormat(rawValue: name)
            else {
                let formats = ReportFormat.allCases.map { "\($0.rawValue)=FILE" }.joined(separator: ", ")
                throw ValidationError("--report takes \(formats), not '\(argument.value)'.")
            }
            return (format, ByteString(Array(bytes[(equals + 1)...])))
        }
    }
}
