/// Names as words of a command that someone may copy into a shell.
package enum ShellWord {
    /// The name, in single quotes where a shell would take it apart. What is unsafe to show is escaped, so a name with
    /// control characters shows what is meant but cannot be run.
    package static func quoted(_ name: ByteString) -> String {
        let text = name.description
        return isPlain(text) ? text : singleQuoted(text) { String($0) }
    }

    /// Whether a text is the same word to every shell without quotes.
    package static func isPlain(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isPlain) }

    /// A text in single quotes. It goes by scalars: to a `Character`, a quote with an accent on it is no quote, but to a
    /// shell it is.
    ///
    /// - Parameter written: how a scalar that is no quote is written between the quotes.
    package static func singleQuoted(_ text: String, _ written: (Unicode.Scalar) -> String) -> String {
        text.unicodeScalars.reduce(into: "'") { $0 += $1 == "'" ? "'\\''" : written($1) } + "'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "._-/+=:@%,".utf8.contains(byte)
        }
    }
}
