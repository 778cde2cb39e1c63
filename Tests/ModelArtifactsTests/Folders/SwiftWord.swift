/// A word or a sign of Swift source text, without comments and the text of strings.
///
/// This is no parser: enough to tell names apart, and little enough to be read in one go.
struct SwiftWord: Hashable {
    let text: String
    /// From 1.
    let line: Int

    var isName: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }
    /// Whether it is named as types are.
    var isCapital: Bool { text.first.map { $0.isUppercase } ?? false }

    /// The words of a text, with those of the code that strings have in them.
    static func words(of text: String) -> [SwiftWord] {
        var reader = Reader(bytes: Array(text.utf8))
        reader.read(untilParenthesis: false)
        return reader.words
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0
        var line = 1
        var words: [SwiftWord] = []

        func sees(_ text: String, at offset: Int = 0) -> Bool {
            bytes[min(position + offset, bytes.count)...].starts(with: text.utf8)
        }

        mutating func skip(_ count: Int = 1) {
            for _ in 0..<count where position < bytes.count {
                if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
        }

        /// Reads to the end, or behind the parenthesis that ends the code in a string.
        mutating func read(untilParenthesis: Bool) {
            var depth = 0
            while position < bytes.count {
                if sees("//") {
                    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
                } else if sees("/*") {
                    skipComment()
                } else if let hashes = hashesOfString() {
                    skipString(hashes)
                } else if isInName(bytes[position]) {
                    let start = position
                    while position < bytes.count, isInName(bytes[position]) { position += 1 }
                    append(start..<position)
                } else {
                    if untilParenthesis, sees("(") { depth += 1 }
                    if untilParenthesis, sees(")") {
                        if depth == 0 { return skip() }
                        depth -= 1
                    }
                    if !sees(" "), !sees("\n"), !sees("`") { append(position..<position + 1) }
                    skip()
                }
            }
        }

        private mutating func append(_ range: Range<Int>) {
            words.append(SwiftWord(text: String(decoding: bytes[range], as: UTF8.self), line: line))
        }

        private func isInName(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }

        private mutating func skipComment() {
            var depth = 0
            repeat {
                if sees("/*") { depth += 1 }
                if sees("*/") { depth -= 1 }
                skip(sees("/*") || sees("*/") ? 2 : 1)
            } while depth > 0 && position < bytes.count
        }

        /// The number of `#` in front of the quote of a string that begins here; nil if none does.
        private func hashesOfString() -> Int? {
            let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
            return sees("\"", at: hashes) ? hashes : nil
        }

        private mutating func skipString(_ hashes: Int) {
            let mark = String(repeating: "#", count: hashes)
            let quote = sees("\"\"\"", at: hashes) ? "\"\"\"" : "\""
            skip(hashes + quote.utf8.count)
            while position < bytes.count, !sees(quote + mark) {
                if sees("\\" + mark + "(") {
                    skip(hashes + 2)
                    read(untilParenthesis: true)
                } else {
                    skip(sees("\\" + mark) ? hashes + 2 : 1)
                }
            }
            skip(hashes + quote.utf8.count)
        }
    }
}
