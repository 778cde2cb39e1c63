import ModelArtifacts

/// Findings as Markdown, for the summary of a GitHub Actions job (`$GITHUB_STEP_SUMMARY`) and for comments on merge requests.
///
/// It has at most ``limit`` bytes, whatever the findings are, and says what it leaves out: GitHub takes 65,536 characters in a
/// comment and 1 MiB in a step's summary.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
struct MarkdownReport {
    /// The most that is written, in bytes.
    static let limit = 60_000
    /// The most that is written of one name or message, in characters.
    private static let longestText = 400
    /// What is kept free for the lines behind the findings.
    private static let reserve = 500

    private var output: OutputBuffer
    private var written = 0

    init(sink: @escaping OutputBuffer.Sink) {
        output = OutputBuffer(sink: sink)
    }

    /// Writes the verdict, the counts, and the findings by rule.
    mutating func write(_ report: FindingsReport) throws(ArtifactError) {
        let source = report.properties.first?.value ?? ""
        append("### optml \(report.command): \(MarkdownText.code(Self.cut(source))) \(report.verdict.words)\n\n")
        append(Self.counts(report.counts) + Self.what(report) + "\n")
        var isCut = false
        for group in report.groups {
            guard !isCut else { break }
            isCut = write(group)
        }
        if isCut { append("\n…and more than there is room for here; the JSON report (`--format json`) lists them.\n") }
        try output.flush()
    }

    /// Writes the findings of one rule.
    ///
    /// - Returns: whether there was no room for all.
    private mutating func write(_ group: FindingsReport.Group) -> Bool {
        let count = group.total == 1 ? "" : " (\(group.total))"
        let heading =
            "\n**\(group.severity.rawValue)** `\(group.rule)`\(count): \(MarkdownText.formatted(group.summary))\n\n"
        let helps = Set(group.results.map(\.finding.help))
        let help = helps.count == 1 ? helps.first.map(Self.help) ?? "" : ""
        guard fits(heading + help) else { return true }
        append(heading)
        var written = 0
        for (phrase, numbers) in FindingPhrase.alike(group.results.map(\.finding)) {
            let results = numbers.map { group.results[group.results.startIndex + $0] }
            let places = results.compactMap { $0.place.map { MarkdownText.code(Self.cut($0)) } }
            let words = MarkdownText.escaped(Self.cut(phrase.words))
            let own = helps.count == 1 ? "" : Self.help(phrase.help, indentation: "  ")
            // Several places that have the same said of them stand below it.
            let isList = places.count > 1
            var item = isList ? "- \(words):\n" : "- " + (places.first.map { $0 + ": " } ?? "") + words + "\n" + own
            for place in isList ? places : [""] {
                if isList { item += "  - \(place)\n" }
                guard fits(item + own + help) else {
                    append("- …and \(group.total - written) more\n" + help)
                    return true
                }
                append(item)
                item = ""
                written += 1
            }
            if isList { append(own) }
        }
        if group.total > group.results.count { append("- …and \(group.total - group.results.count) more\n") }
        append(help)
        return false
    }

    private static func help(_ help: String) -> String { self.help(help, indentation: "\n") }

    private static func help(_ help: String, indentation: String) -> String {
        help.isEmpty ? "" : "\(indentation)*What to do:* \(MarkdownText.formatted(cut(help)))\n"
    }

    private static func counts(_ counts: FindingCounts) -> String {
        [
            Plural.count(counts.errors, "error"), Plural.count(counts.warnings, "warning"),
            Plural.count(counts.notes, "note"),
        ].joined(separator: ", ")
    }

    private static func what(_ report: FindingsReport) -> String {
        let values = report.properties.dropFirst().map {
            "\($0.name): \(MarkdownText.escaped(cut($0.value)))"
        }
        return values.isEmpty ? "" : " · " + values.joined(separator: " · ")
    }

    private static func cut(_ text: String) -> String {
        text.unicodeScalars.count <= longestText
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestText))) + "…"
    }

    private func fits(_ text: String) -> Bool { written + text.utf8.count + Self.reserve <= Self.limit }

    private mutating func append(_ text: String) {
        output.bytes.append(contentsOf: text.utf8)
        written += text.utf8.count
    }
}
