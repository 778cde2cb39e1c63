import ModelArtifacts

/// A report as one page for a browser, which asks for nothing outside it and runs no script.
///
/// It has at most a megabyte, however large the source is. Counts are exact; what is left out is said.
struct HTMLPage {
    /// A number that one sees first.
    struct Card {
        let value: String
        let label: String
        var style = ""
    }

    /// How much findings and tree may take, in bytes.
    private static let (roomForFindings, roomForTree) = (300_000, 420_000)

    /// What was looked at.
    let title: String
    /// What came of it, and how it looks.
    let verdict: (words: String, style: String)
    /// What else is to be known of it.
    let subtitle: String
    let cards: [Card]
    var findings: FindingsReport?
    var trees: [PageTree] = []

    func write(to sink: @escaping OutputBuffer.Sink) throws(ArtifactError) {
        var html = HTMLWriter(sink: sink)
        begin(&html)
        let list = findings.map { HTMLFindings($0, room: Self.roomForFindings) }
        var next = 1
        for tree in trees { next = tree.number(room: Self.roomForTree / trees.count, from: next) }
        if let findings, let list, !findings.results.isEmpty {
            html.element("h2", [("id", "findings")], "Findings")
            let entries = self.entries()
            try list.write(entry: { entries[$0] }, to: &html)
        }
        for (index, tree) in trees.enumerated() {
            if index == 0, (tree.root.bytes ?? 0) > 0, tree.root.mark == nil {
                html.element("h2", [("id", "bytes")], "Where the bytes are")
                html.element("p", [("class", "dim")], HTMLTreemap.legend)
                HTMLTreemap(tree: tree).write(to: &html)
            }
            html.element("h2", [("id", "tree\(index + 1)")], tree.title)
            let shown = list?.shown ?? 0
            try HTMLTree(
                hasFinding: { $0 < shown }, finding: { findings?.results[$0].finding }
            ).write(tree, to: &html)
        }
        html.markup("</main></body></html>\n")
        try html.flush()
    }

    /// The number of the entry that each finding is on.
    private func entries() -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        func collect(_ entry: PageEntry) {
            if entry.number > 0 { for finding in entry.findings { numbers[finding] = entry.number } }
            for child in entry.children { collect(child) }
        }
        // The root is last, since it takes what no other entry has.
        for tree in trees { collect(tree.root) }
        return numbers
    }

    private func begin(_ html: inout HTMLWriter) {
        html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        html.begin("meta", [("http-equiv", "Content-Security-Policy"), ("content", HTMLStyle.policy)])
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        let title = HTMLWriter.cut(title, to: 200)
        html.element("title", "optml: \(title) \(verdict.words)")
        html.markup("<style>\(HTMLStyle.sheet)</style></head>\n<body><main>\n")
        html.begin("h1")
        html.element("code", title)
        html.text(" ")
        html.element("span", [("class", verdict.style)], verdict.words)
        html.markup("</h1>\n")
        html.element("p", [("class", "dim")], HTMLWriter.cut(subtitle, to: 1_000))
        html.begin("ul", [("class", "cards")])
        for card in cards {
            html.begin("li")
            html.element("b", card.style.isEmpty ? [] : [("class", card.style)], card.value)
            html.text(" " + card.label)
            html.end("li")
        }
        html.markup("</ul>\n")
        writeSections(&html)
    }

    private func writeSections(_ html: inout HTMLWriter) {
        var sections: [(id: String, title: String)] = []
        if let findings, !findings.results.isEmpty { sections.append(("findings", "Findings")) }
        if let tree = trees.first, (tree.root.bytes ?? 0) > 0, tree.root.mark == nil {
            sections.append(("bytes", "Where the bytes are"))
        }
        sections += trees.enumerated().map { ("tree\($0 + 1)", $1.title) }
        guard sections.count > 1 else { return }
        html.begin("nav", [("aria-label", "Sections"), ("class", "dim")])
        for (index, section) in sections.enumerated() {
            if index > 0 { html.text(" · ") }
            html.element("a", [("href", "#\(section.id)")], section.title)
        }
        html.markup("</nav>\n")
    }
}
