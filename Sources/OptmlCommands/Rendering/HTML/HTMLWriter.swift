import ModelArtifacts

/// Writes HTML in which nothing but what the writer says is markup.
struct HTMLWriter {
    private var output: OutputBuffer

    init(sink: @escaping OutputBuffer.Sink) {
        output = OutputBuffer(sink: sink)
    }

    /// Writes markup.
    mutating func markup(_ text: String) {
        output.bytes.append(contentsOf: text.utf8)
    }

    /// Writes text as text.
    mutating func text(_ text: String) { markup(Self.escaped(text)) }

    /// Writes text of our own, in which code stands between backticks.
    mutating func formatted(_ text: String) {
        for piece in CodePieces.pieces(of: text) {
            if piece.isCode { element("code", piece.text) } else { self.text(piece.text) }
        }
    }

    /// Writes an element that holds text.
    mutating func element(_ name: String, _ content: String) { element(name, [], content) }

    /// Writes an element that holds text.
    mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String) {
        begin(name, attributes)
        text(content)
        end(name)
    }

    /// Begins an element.
    mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
        markup("<" + name + attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined() + ">")
    }

    /// Ends an element.
    mutating func end(_ name: String) { markup("</\(name)>") }

    /// Passes on what was written if that is a chunk.
    mutating func flushIfFull() throws(ArtifactError) { try output.flushIfFull() }

    /// Passes on what was written.
    mutating func flush() throws(ArtifactError) { try output.flush() }

    /// Text for an element or for an attribute in double quotes: https://html.spec.whatwg.org/multipage/syntax.html.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return escaped
    }

    /// Whether HTML cannot hold a character: controls and noncharacters.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// The first characters of a text that may be long.
    static func cut(_ text: String, to count: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
