/// A file of Java properties, as `serving.properties` of DJL Serving.
///
/// Source: the documentation of `java.util.Properties.load`: lines of ISO-8859-1, comments behind `#` and `!`, a key up to the first
/// `=`, `:` or blank, and a backslash at the end of a line that goes on.
package struct PropertiesFile: Sendable {
    private var values: [String: String] = [:]

    /// Reads a file. Every sequence of bytes is one.
    package init(_ bytes: [UInt8]) {
        var line: [UInt8] = []
        for raw in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = raw.drop(while: Self.isBlank)
            if line.isEmpty, let first = text.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "!") {
                continue
            }
            let slashes = text.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
            if slashes % 2 == 1 {
                line += text.dropLast()
            } else {
                take(line + text)
                line = []
            }
        }
        take(line)
    }

    /// The value of a key; nil if it has none.
    package subscript(key: String) -> String? { values[key] }

    private mutating func take(_ line: [UInt8]) {
        var (key, rest) = ([UInt8](), line[...])
        while let byte = rest.first, byte != UInt8(ascii: "="), byte != UInt8(ascii: ":"), !Self.isBlank(byte) {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { key.append(next) } else { key.append(byte) }
        }
        guard !key.isEmpty else { return }
        rest = rest.drop(while: Self.isBlank)
        if rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        rest = rest.drop(while: Self.isBlank)
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { value.append(next) } else { value.append(byte) }
        }
        values[Self.text(key)] = Self.text(value)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }

    private static func text(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
