import ModelArtifacts

/// Tells lines, columns and bytes of places in a text that are told in characters. It only moves on, so that a text is walked
/// over once.
struct TextCursor {
    private let text: [UInt8]
    /// What stands before the text in its file, in bytes: a byte order mark.
    private let base: Int
    private var byte = 0
    private var character = 0
    private var line = 1
    private var lineStart = 0

    init(_ text: [UInt8], base: Int) {
        self.text = text
        self.base = base
    }

    /// The place behind a number of characters; where the cursor is, if that is further.
    mutating func place(afterCharacters count: Int) -> TextPosition {
        while character < count, byte < text.count { step() }
        return place
    }

    /// The place behind a number of bytes; where the cursor is, if that is further.
    mutating func place(afterBytes count: Int) -> TextPosition {
        while byte < count, byte < text.count { step() }
        return place
    }

    /// Where the lines of a literal block are that begins at a place; nil if they are not told.
    func lines(of text: ByteString, at start: TextPosition) -> LiteralLines? {
        LiteralLines(of: text, at: start, in: self.text, base: base)
    }

    private var place: TextPosition {
        TextPosition(line: line, column: byte - lineStart + 1, offset: Int64(base + byte))
    }

    /// Moves on by one character.
    private mutating func step() {
        let isLineEnd = text[byte] == UInt8(ascii: "\n")
        byte += 1
        while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
        character += 1
        guard isLineEnd else { return }
        line += 1
        lineStart = byte
    }
}
