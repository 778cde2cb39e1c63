/// Makes names and foreign text safe to show on a terminal, in a log or in a report.
///
/// Control characters (C0, DEL, C1), characters that change the direction of text, the line and paragraph separators, the
/// backslash and bytes that are not UTF-8 are written as escapes (`\n`, `\x1b`, `\u{202e}`), so that a name can neither move
/// the cursor nor fake a line of output.
///
/// Services that run jobs take commands from a job's log: a line of `::error::…` behind blanks, and `##[error]…` or
/// `##vso[…]` anywhere in a line. So a colon that begins a text, and a `#` behind another one, are escaped as well. Sources:
/// https://github.com/actions/runner, `src/Runner.Common/ActionCommand.cs` (`TryParseV2`, `TryParse`), and
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands.
public enum DisplayText {
    /// The text of `bytes` with everything unsafe escaped.
    public static func escaped(_ bytes: some Collection<UInt8>) -> String {
        // Most names have nothing that could be unsafe.
        if bytes.allSatisfy(isPlain) { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        text.reserveCapacity(bytes.count)
        var isBlank = true
        var decoder = UTF8DecoderPosition(bytes.startIndex)
        while let piece = decoder.next(in: bytes) {
            switch piece {
            case .scalar(let scalar):
                if isCommand(scalar, behind: text, isBlank) {
                    text += "\\x" + hexadecimal(scalar.value, digits: 2)
                } else {
                    append(scalar, to: &text)
                }
                isBlank = isBlank && scalar.properties.isWhitespace
            case .invalid(let byte):
                text += "\\x" + hexadecimal(UInt32(byte), digits: 2)
                isBlank = false
            }
        }
        return text
    }

    /// Whether a byte is a character of ASCII that is shown as it is wherever it stands.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "\\"): false
        default: byte >= 0x20 && byte < 0x7F
        }
    }

    /// A line of text of which no service takes a part for a command; everything else in it stays.
    package static func withoutCommands(_ line: some StringProtocol) -> String {
        var text = ""
        var isBlank = true
        for scalar in line.unicodeScalars {
            if isCommand(scalar, behind: text, isBlank) {
                text += "\\x" + hexadecimal(scalar.value, digits: 2)
            } else {
                text.unicodeScalars.append(scalar)
            }
            isBlank = isBlank && scalar.properties.isWhitespace
        }
        return text
    }

    /// Whether a character can make a command of the text: a colon behind blanks, or the second of two `#`.
    private static func isCommand(_ scalar: Unicode.Scalar, behind text: String, _ isBlank: Bool) -> Bool {
        switch scalar {
        case ":": isBlank
        case "#": text.utf8.last == UInt8(ascii: "#")
        default: false
        }
    }

    /// Whether a character changes the direction of text: the marks, embeddings, overrides and isolates of the Unicode
    /// bidirectional algorithm (UAX #9).
    package static func changesDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
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
        case 0x2028, 0x2029: text += "\\u{" + String(scalar.value, radix: 16) + "}"
        case _ where changesDirection(scalar):
            text += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
