/// The code of a file of Python, without comments and without the contents of its texts.
///
/// Source: the Python language reference, "Lexical analysis".
struct PythonSource {
    private let code: ByteString

    init(_ bytes: [UInt8]) {
        var scanner = Scanner(bytes: bytes)
        code = ByteString(scanner.code())
    }

    /// Whether the module may have a function of some name, as far as one can see without running it: it is defined, assigned,
    /// imported, or used in another way, or names come from where one cannot see them.
    func mayDefine(_ name: String) -> Bool { isOpen || holds(word: Array(name.utf8)) }

    /// Whether names may come from where one cannot see them.
    private var isOpen: Bool {
        ["import *", "import*", "globals(", "setattr(", "exec(", "__getattr__"].contains(where: code.contains)
    }

    /// The functions that are defined at the top of the module for sure, with what they take. One that is decorated, or whose name
    /// is used at the beginning of a line besides, is left out.
    var functions: [PythonFunction] {
        guard !isOpen else { return [] }
        return PythonFunction.all(in: code)
    }

    /// Whether one of its lines begins so, which stands in no block then, and in no text.
    func hasLine(beginningWith start: String) -> Bool {
        code.bytes.split(separator: 0x0A).contains { $0.starts(with: start.utf8) }
    }

    private func holds(word: [UInt8]) -> Bool {
        let bytes = code.bytes
        guard bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in
            let end = start + word.count
            return bytes[start] == word[0] && bytes[start..<end].elementsEqual(word)
                && (start == 0 || !Self.isWordByte(bytes[start - 1]))
                && (end == bytes.count || !Self.isWordByte(bytes[end]))
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// Walks a file from its beginning.
    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        mutating func code() -> [UInt8] {
            var code: [UInt8] = []
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case UInt8(ascii: "#"): while position < bytes.count, bytes[position] != 0x0A { position += 1 }
                case UInt8(ascii: "'"), UInt8(ascii: "\""):
                    code.append(byte)
                    passText(byte)
                default:
                    code.append(byte)
                    position += 1
                }
            }
            return code
        }

        /// Passes over a text: up to the same three quotes, or to one, or to the end of the line.
        private mutating func passText(_ quote: UInt8) {
            let isLong =
                bytes[position...].prefix(3).count == 3 && bytes[position..<(position + 3)].allSatisfy { $0 == quote }
            position += isLong ? 3 : 1
            while position < bytes.count {
                let byte = bytes[position]
                if byte == UInt8(ascii: "\\") {
                    position += 2
                } else if isLong, byte == quote, bytes[position...].prefix(3).elementsEqual([quote, quote, quote]) {
                    position += 3
                    return
                } else if !isLong, byte == quote || byte == 0x0A {
                    position += 1
                    return
                } else {
                    position += 1
                }
            }
        }
    }
}
