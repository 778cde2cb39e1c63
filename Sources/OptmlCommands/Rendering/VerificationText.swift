import ModelArtifacts

/// A comparison as text: a line an object that is not the same, and the sums.
struct VerificationText {
    private let style: Style
    private let isQuiet: Bool
    private var output: OutputBuffer

    init(style: Style, isQuiet: Bool, sink: @escaping OutputBuffer.Sink) {
        self.style = style
        self.isQuiet = isQuiet
        output = OutputBuffer(sink: sink)
    }

    mutating func write(_ report: VerificationReport) throws(ArtifactError) {
        if !isQuiet {
            append(
                "Verified \(report.actual.kind) '\(report.actual.location)' against \(report.expected.kind) "
                    + "'\(report.expected.location)'")
            append("")
        }
        var failed: Set<ObjectStatus> = []
        var count = 0
        let isAllSame = report.summary.count(.same) == report.summary.total
        // Objects that are the same have no lines, so there is no need to go through them again.
        if !isAllSame {
            try write(report) { comparison in
                count += 1
                if !comparison.isAccepted { failed.insert(comparison.status) }
            }
        }
        if report.summary.total == 0 {
            append(style.red("nothing") + ": neither side has an object")
            append("  " + style.dim("help: ") + VerificationRules.nothing.remedy)
            count += 1
        } else if let advice = report.advice {
            append("  " + style.dim("help: ") + advice)
        } else {
            for status in ObjectStatus.allCases where failed.contains(status) {
                guard let remedy = report.remedy(for: status) else { continue }
                append("  " + style.dim("help: ") + "\(status.rawValue): \(remedy)")
            }
        }
        for remark in report.remarks { append("  " + style.dim("note: ") + remark) }
        if count > 0 { append("") }
        append(summary(of: report))
        try output.flush()
    }

    /// Writes a line for each object that is not the same, and tells it to `body`.
    private mutating func write(
        _ report: VerificationReport, _ body: (ObjectComparison) -> Void
    ) throws(ArtifactError) {
        try report.forEachDifference { comparison throws(ArtifactError) in
            guard !isQuiet || !comparison.isAccepted else { return }
            append(line(of: comparison))
            body(comparison)
            try output.flushIfFull()
        }
    }

    private func line(of comparison: ObjectComparison) -> String {
        let label = comparison.status.rawValue
        let accepted = comparison.isAccepted ? " (accepted)" : ""
        return (comparison.isAccepted ? style.blue(label) : style.red(label))
            + ": '\(comparison.name)'\(comparison.details)\(accepted)"
    }

    private func summary(of report: VerificationReport) -> String {
        let summary = report.summary
        let counts = ObjectStatus.allCases.map { "\(summary.count($0)) \($0.rawValue)" }.joined(separator: ", ")
        var text = "\(Plural.count(summary.total, "object")): \(counts)"
        if report.comparesSizesOnly { text += "; only sizes were compared, which proves little" }
        if summary.outsidePrefix > 0 {
            text += "; \(Plural.count(summary.outsidePrefix, "key")) outside of the prefix left out"
        }
        if !summary.proofs.isEmpty {
            let proofs = summary.proofs.sorted { $0.key < $1.key }.map { "\($1) by \($0)" }
            text += "; the same although the ETag does not tell: \(proofs.joined(separator: ", "))"
        }
        return text
    }

    private mutating func append(_ line: String) {
        output.bytes += Array(line.utf8) + [UInt8(ascii: "\n")]
    }
}
