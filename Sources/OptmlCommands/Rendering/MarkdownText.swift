import ModelArtifacts

/// Text for Markdown as GitHub and GitLab read it, in which nothing that the text holds is markup.
///
/// CommonMark 0.31 §2.4 (backslash escapes) and §6.1 (code spans), https://spec.commonmark.org/0.31.2/. Both services also make
/// links of `@name`, `#1`, `!1`, `~label`, `%milestone`, `&epic` and `$snippet` wherever these stand in text, escaped or not, and notify
/// people by it; not in a code span, so text with one of these becomes one.
enum MarkdownText {
    /// Text as text.
    static func escaped(_ text: String) -> String {
        if hasReference(text) { return code(text) }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]<>#+-|~!&:$=".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// Text of our own, in which code stands between backticks.
    static func formatted(_ text: String) -> String {
        CodePieces.pieces(of: text).map { $0.isCode ? code($0.text) : escaped($0.text) }.joined()
    }

    /// Text as code. It must have no line ends.
    static func code(_ text: String) -> String {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        // One space at each end is taken off again, unless there is nothing else.
        let isPadded = text.hasPrefix("`") || text.hasSuffix("`") || (text.hasPrefix(" ") && text.hasSuffix(" "))
        let padding = isPadded && !text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? " " : ""
        return text.isEmpty ? "" : fence + padding + text + padding + fence
    }

    /// Whether a service could take part of the text for a reference: a sign that begins one, with a name or number behind it.
    private static func hasReference(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            let isWord = byte >= 0x80 || byte.isASCIIWord
            if isWord || byte == UInt8(ascii: "\""), "@#!~%&$^".utf8.contains(previous) { return true }
            previous = byte
        }
        // Links are made of addresses, too.
        return ["http://", "https://", "ftp://", "www."].contains { text.contains($0) }
    }
}

extension UInt8 {
    /// Whether it is a letter or digit of ASCII, or an underscore.
    fileprivate var isASCIIWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
