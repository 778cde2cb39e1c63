import ModelArtifacts

/// Writes XML 1.0: elements on lines of their own, indented, and text as it stands.
///
/// Characters that XML cannot hold at all become U+FFFD.
struct XMLWriter {
    private var output: OutputBuffer
    private var open: [String] = []

    init(sink: @escaping OutputBuffer.Sink) {
        output = OutputBuffer(sink: sink)
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Begins an element that holds others.
    mutating func begin(_ name: String, _ attributes: [(name: String, value: String)] = []) throws(ArtifactError) {
        append(indentation + tag(name, attributes) + ">\n")
        open.append(name)
        try output.flushIfFull()
    }

    /// Ends the innermost element.
    mutating func end() throws(ArtifactError) {
        guard let name = open.popLast() else { return }
        append(indentation + "</\(name)>\n")
        try output.flushIfFull()
    }

    /// Writes an element that holds text, or nothing if it is nil.
    mutating func write(
        _ name: String, _ attributes: [(name: String, value: String)] = [], text: String? = nil
    ) throws(ArtifactError) {
        append(indentation + tag(name, attributes))
        append(text.map { ">" + Self.escaped($0, inAttribute: false) + "</\(name)>\n" } ?? "/>\n")
        try output.flushIfFull()
    }

    /// Passes on what is left.
    mutating func finish() throws(ArtifactError) { try output.flush() }

    private var indentation: String { String(repeating: "  ", count: open.count) }

    private func tag(_ name: String, _ attributes: [(name: String, value: String)]) -> String {
        "<" + name + attributes.map { " \($0.name)=\"\(Self.escaped($0.value, inAttribute: true))\"" }.joined()
    }

    private mutating func append(_ text: String) { output.bytes.append(contentsOf: text.utf8) }

    /// The text with markup escaped. White space in an attribute would be normalised, so it is escaped there.
    static func escaped(_ text: String, inAttribute: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            // In text it ends a CDATA section that nobody began.
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0x09 where inAttribute, 0x0A where inAttribute, 0x0D: escaped += "&#\(scalar.value);"
            case 0x09, 0x0A: escaped.unicodeScalars.append(scalar)
            // Section 2.2: what is no Char.
            case 0..<0x20, 0xFFFE, 0xFFFF: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
