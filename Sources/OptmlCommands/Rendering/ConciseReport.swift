import ModelArtifacts

/// Findings with a line each, as compilers write them, for editors and for `grep`: `FILE:LINE:COLUMN: severity rule: message`.
///
/// Line and column are there where the file is a text that has them.
struct ConciseReport {
    private var output: OutputBuffer

    init(sink: @escaping OutputBuffer.Sink) {
        output = OutputBuffer(sink: sink)
    }

    /// Writes a line for each finding, and one for each rule of which not all findings are listed.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        for result in report.results {
            let finding = result.finding
            var place = "\(result.file)"
            if let line = finding.location.line { place += ":\(line):\(finding.location.column ?? 1)" }
            let words = FindingPhrase.words(of: finding)
            // Of something in an archive or a listing, the file does not tell the name.
            let isNamed =
                finding.message.hasPrefix("'")
                && finding.location.path.flatMap(ModelDirectory.path(below:))
                    .map { result.file == $0 || result.file.hasSuffix("/" + $0) } ?? false
            try write("\(place): \(finding.severity.rawValue) \(finding.rule): \(isNamed ? words : finding.message)")
        }
        for rule in report.truncated {
            let listed = report.results.count { $0.finding.rule == rule.rule }
            try write("optml: note \(rule.rule): \(rule.total) findings, of which the first \(listed) are listed")
        }
        try output.flush()
    }

    private mutating func write(_ line: String) throws(ArtifactError) {
        output.bytes.append(contentsOf: line.utf8)
        output.bytes.append(UInt8(ascii: "\n"))
        try output.flushIfFull()
    }
}
