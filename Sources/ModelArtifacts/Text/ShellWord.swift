/// Names as words of a command that someone may copy into a shell.
enum ShellWord {
    /// The name, in single quotes where a shell would take it apart. What is unsafe to show is escaped, so a name with
    /// control characters shows what is meant but cannot be run.
    static func quoted(_ name: ByteString) -> String {
        let text = name.description
        let isPlain = !text.isEmpty && text.utf8.allSatisfy(isPlain)
        return isPlain
            ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
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
