import ModelArtifacts

/// The tree of a page as nested lists, whose directories fold.
struct HTMLTree {
    /// How much of a name is shown, in characters.
    private static let longestName = 120

    /// For each finding, whether the page has it.
    let hasFinding: (Int) -> Bool
    let finding: (Int) -> Finding?

    /// The most bytes that an entry takes.
    static func size(of entry: PageEntry) -> Int {
        400 + HTMLWriter.escaped(HTMLWriter.cut("\(entry.name)", to: longestName)).utf8.count
            + HTMLWriter.escaped(HTMLWriter.cut(entry.remark ?? "", to: longestName)).utf8.count
    }

    func write(_ tree: PageTree, to html: inout HTMLWriter) throws(ArtifactError) {
        html.begin("div", [("class", "tree")])
        html.begin("ul")
        try write(tree.root, depth: 0, of: tree.root.bytes, to: &html)
        html.end("ul")
        html.end("div")
    }

    private func write(
        _ entry: PageEntry, depth: Int, of total: Int64?, to html: inout HTMLWriter
    ) throws(ArtifactError) {
        html.begin("li", [("id", "e\(entry.number)")])
        if entry.kind == .directory {
            // What changes is all that a comparison has.
            let isOpen =
                depth < 2 || (total == nil && depth < 6) || entry.worst == .error || (entry.worst != nil && depth < 4)
            html.markup(isOpen ? "<details open>" : "<details>")
            html.begin("summary")
            writeLine(entry, of: total, to: &html)
            html.end("summary")
            html.begin("ul")
            var hidden = entry.hidden
            for child in entry.children {
                if child.number > 0 {
                    try write(child, depth: depth + 1, of: total, to: &html)
                } else {
                    hidden.files += child.kind == .directory ? child.files : 1
                    hidden.bytes = hidden.bytes.addingClamped(child.bytes ?? 0)
                }
            }
            if hidden.files > 0 {
                let size = hidden.bytes > 0 ? ", \(ByteSize(bytes: hidden.bytes))" : ""
                html.element(
                    "li", [("class", "row dim")], "… and \(Plural.count(hidden.files, "more file"))\(size) not shown")
            }
            html.end("ul")
            html.end("details")
        } else {
            html.begin("div", [("class", "row")])
            writeLine(entry, of: total, to: &html)
            html.end("div")
        }
        html.markup("</li>\n")
        try html.flushIfFull()
    }

    private func writeLine(_ entry: PageEntry, of total: Int64?, to html: inout HTMLWriter) {
        if let bytes = entry.bytes {
            html.element(
                "span", [("class", "size"), ("title", Plural.count(Int(bytes), "byte"))], "\(ByteSize(bytes: bytes))")
        } else if total != nil {
            html.element("span", [("class", "size")], entry.kind == .file ? "?" : "")
        }
        if let bytes = entry.bytes, let total, total > 0, entry.mark == nil {
            let share = Int(Double(bytes) / Double(total) * 100)
            html.begin(
                "meter", [("min", "0"), ("max", "100"), ("value", "\(share)"), ("aria-label", "share of all bytes")])
            html.text("\(share) %")
            html.end("meter")
        }
        if let mark = entry.mark {
            html.element("abbr", [("title", mark.words), ("class", mark.style)], mark.rawValue)
        }
        html.element(
            "code", HTMLWriter.cut("\(entry.name)", to: Self.longestName) + (entry.kind == .directory ? "/" : ""))
        if let remark = entry.remark {
            html.element("span", [("class", "dim")], HTMLWriter.cut(remark, to: Self.longestName))
        }
        if entry.kind == .directory, entry.files > 0 {
            html.element("span", [("class", "dim")], Plural.count(entry.files, "file"))
        }
        writeBadges(entry, to: &html)
    }

    /// One badge a severity: of what is said of the entry itself with a link to the first of it, else of what is in it.
    private func writeBadges(_ entry: PageEntry, to html: inout HTMLWriter) {
        if let severity = entry.severity {
            let rules = Set(entry.findings.compactMap { finding($0)?.rule })
            let text =
                rules.count == 1
                ? "\(severity.rawValue): \(rules.first ?? "")" : "\(severity.rawValue): \(rules.count) rules"
            let attributes = [("class", "badge \(severity.rawValue)")]
            if let first = entry.findings.first(where: { hasFinding($0) && finding($0)?.severity == severity }) {
                html.element("a", attributes + [("href", "#f\(first + 1)")], text)
            } else {
                html.element("span", attributes, text)
            }
        } else if let worst = entry.worst {
            html.element("span", [("class", "badge inner \(worst.rawValue)")], "\(worst.rawValue) inside")
        }
    }
}
