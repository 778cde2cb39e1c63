/// A named step of a query: what it is for, and the text that does it.
struct QueryStep {
    let name: String
    /// What the rows are, in whole sentences.
    let comment: String
    let body: String

    init(_ name: String, _ comment: String, _ body: String) {
        self.name = name
        self.comment = comment
        self.body = body
    }

    /// The step as a part of a WITH clause.
    var text: String {
        "  " + Self.comment(comment).joined(separator: "\n  ") + "\n  \(name) AS (\n"
            + body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
            + "\n  )"
    }

    /// A text as lines of comment of at most 110 characters.
    static func comment(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 110 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append("-- " + word)
            }
        }
        return lines
    }
}
