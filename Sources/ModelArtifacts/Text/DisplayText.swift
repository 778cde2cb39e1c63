/// Makes names and foreign text safe to show on a terminal, in a log or in a report.
///
/// Control characters (C0, DEL, C1), characters that change the direction of text, the line and paragraph separators, the
/// backslash and bytes that are not UTF-8 are written as escapes (`\n`, `\x1b`, `\u{202e}`), so that a name can neither move
/// the cursor nor fake a line of output.
public enum DisplayText {
    /// The text of `bytes` with everything unsafe escaped.
    public static func escaped(_ bytes: some Collection<UInt8>) -> String {
        var text = ""
        text.reserveCapacity(bytes.count)
        var decoder = UTF8DecoderPosition(bytes.startIndex)
        while let piece = decoder.next(in: bytes) {
            switch piece {
            case .scalar(let scalar): append(scalar, to: &text)
            case .invalid(let byte): text += "\\x" + hexadecimal(UInt32(byte), digits: 2)
            }
        }
        return text
    }

    /// The text of `string` with everything unsafe escaped.
    public static func escaped(_ string: String) -> String { escaped(string.utf8) }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar.value {
        case 0x09: text += "\\t"
        case 0x0A: text += "\\n"
        case 0x0D: text += "\\r"
        case 0x5C: text += "\\\\"
        case 0..<0x20, 0x7F..<0xA0: text += "\\x" + hexadecimal(scalar.value, digits: 2)
        // The marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9), and U+2028/9.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
            text += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
