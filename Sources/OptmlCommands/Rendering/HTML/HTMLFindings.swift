import ModelArtifacts

/// The findings of a page by rule, each linked to its entry in the tree.
struct HTMLFindings {
    /// The most of a name or message that is shown, in characters.
    private static let longestText = 400

    let report: FindingsReport
    /// How many of the findings the page has: as many as there was room for.
    let shown: Int

    /// - Parameter room: how many bytes the findings may take.
    init(_ report: FindingsReport, room: Int) {
        self.report = report
        var room = room
        var shown = 0
        for result in report.results {
            room -= Self.size(of: result)
            guard room > 0 else { break }
            shown += 1
        }
        self.shown = shown
    }

    private static func size(of result: FindingsReport.Result) -> Int {
        [result.place ?? "", result.finding.message, result.finding.help].reduce(300) {
            $0 + HTMLWriter.escaped(HTMLWriter.cut($1, to: longestText)).utf8.count
        }
    }

    /// - Parameter entry: the number of the tree's entry that a finding is on.
    func write(entry: (Int) -> Int?, to html: inout HTMLWriter) throws(ArtifactError) {
        for group in report.groups {
            let results = group.results.indices.prefix { $0 < shown }
            guard !results.isEmpty else { break }
            html.begin("section", [("class", "finding \(group.severity.rawValue)")])
            html.begin("h3")
            html.element("b", [("class", group.severity.rawValue)], group.severity.rawValue)
            html.text(" ")
            html.element("code", group.rule)
            if group.total > 1 { html.text(" (\(group.total))") }
            html.text(": ")
            html.formatted(group.summary)
            html.end("h3")
            let helps = Set(group.results.map(\.finding.help))
            html.begin("ul")
            for (phrase, numbers) in FindingPhrase.alike(results.map { report.results[$0].finding }) {
                let alike = numbers.map { results.startIndex + $0 }
                for index in alike {
                    write(report.results[index], index, entry: entry(index), to: &html)
                    // What all of them say stands behind the last.
                    if index == alike.last { Self.write(phrase.words, helps.count > 1 ? phrase.help : "", to: &html) }
                    html.markup("</li>\n")
                    try html.flushIfFull()
                }
            }
            if group.total > results.count {
                html.element("li", [("class", "dim")], "… and \(group.total - results.count) more")
            }
            html.end("ul")
            if helps.count == 1, let help = helps.first, !help.isEmpty { Self.write(help: help, to: &html) }
            html.markup("</section>\n")
        }
        if shown < report.results.count {
            html.element(
                "p", [("class", "dim")],
                "\(report.results.count - shown) findings are left out of this page; the JSON report lists them.")
        }
    }

    private func write(
        _ result: FindingsReport.Result, _ index: Int, entry: Int?, to html: inout HTMLWriter
    ) {
        html.begin("li", [("id", "f\(index + 1)")])
        if let place = result.place.map({ HTMLWriter.cut($0, to: Self.longestText) }) {
            if let entry {
                html.begin("a", [("href", "#e\(entry)")])
                html.element("code", place)
                html.end("a")
            } else {
                html.element("code", place)
            }
        }
    }

    private static func write(_ words: String, _ help: String, to html: inout HTMLWriter) {
        html.element("p", HTMLWriter.cut(words, to: longestText))
        if !help.isEmpty { write(help: help, to: &html) }
    }

    private static func write(help: String, to html: inout HTMLWriter) {
        html.begin("p")
        html.element("b", "What to do: ")
        html.formatted(HTMLWriter.cut(help, to: longestText))
        html.end("p")
    }
}
