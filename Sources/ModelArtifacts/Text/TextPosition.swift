/// A place in a text file, for messages.
package struct TextPosition: Hashable, Sendable {
    /// The line, from 1. Lines end with LF.
    package var line: Int
    /// The column in bytes, from 1.
    package var column: Int
    /// The number of bytes before it in the whole input.
    package var offset: Int64

    package init(line: Int, column: Int, offset: Int64) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}
