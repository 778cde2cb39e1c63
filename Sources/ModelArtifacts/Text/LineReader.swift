#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads lines as bytes.
///
/// The first line decides what ends a line: if it ends with CRLF, a CR before LF belongs to the line end everywhere;
/// otherwise it belongs to the line, because a key may end with CR. The last line need not be ended.
/// A UTF-8 byte order mark at the beginning of the input is left out.
package struct LineReader: ~Copyable {
    /// What the lines come from. The current line is in its window.
    package private(set) var input: InputBuffer
    /// The current line without its end, as indices of the window.
    package private(set) var range = 0..<0

    private enum State { case beginning, first, inside, later }
    private var state = State.beginning
    /// Whether the first line ends with CRLF, as far as it was read.
    package private(set) var endsWithCRLF = false

    package init(_ input: consuming InputBuffer) {
        self.input = input
    }

    /// Reads lines from the middle of an input; the number of a line is not that in the whole.
    ///
    /// - Parameter endsWithCRLF: whether the first line of the whole does.
    package init(inside input: consuming InputBuffer, endsWithCRLF: Bool) {
        self.input = input
        self.endsWithCRLF = endsWithCRLF
        state = .inside
    }

    /// Goes to the next line; returns false when there is none.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` if the line is longer than 16 MiB, and what the input throws.
    @inline(__always)
    package mutating func next() throws(ArtifactError) -> Bool {
        // Nearly all lines are behind the first one and end in the window.
        if state == .later, !endsWithCRLF, let newline = indexOfNewline() {
            input.beginLine()
            range = input.position..<newline
            (input.mark, input.position) = (input.position, newline + 1)
            return true
        }
        return try nextOfAnyKind()
    }

    private mutating func nextOfAnyKind() throws(ArtifactError) -> Bool {
        switch state {
        case .beginning:
            try input.skipByteOrderMark()
            state = .first
        case .inside:
            state = .later
        case .first, .later:
            input.beginLine()
            state = .later
        }
        input.mark = input.position
        while true {
            if let newline = indexOfNewline() {
                input.position = newline + 1
                range = input.mark..<newline
                let hasReturn = newline > input.mark && input.bytes[newline - 1] == UInt8(ascii: "\r")
                if state == .first { endsWithCRLF = hasReturn }
                if hasReturn, endsWithCRLF { range = input.mark..<newline - 1 }
                return true
            }
            input.position = input.end
            guard try input.refill() else {
                range = input.mark..<input.end
                return !range.isEmpty
            }
        }
    }

    /// Moves on by so many lines, at least one, all of them in the window.
    ///
    /// - Parameter line: the last of them, which becomes the current one.
    mutating func skip(_ count: Int, to line: Range<Int>) {
        input.skip(to: line.upperBound + 1, lines: count, lineStart: line.lowerBound)
        range = line
    }

    /// An error about the current line.
    ///
    /// - Parameter column: bytes from the beginning of the line, from 0.
    package func error(column: Int = 0, _ message: String) -> ArtifactError {
        input.error(at: range.lowerBound + column, message)
    }

    @inline(__always)
    private func indexOfNewline() -> Int? {
        let (start, end) = (input.position, input.end)
        return unsafe input.bytes.withUnsafeBufferPointer { window -> Int? in
            guard start < end, let base = window.baseAddress,
                let found = unsafe memchr(base + start, CInt(UInt8(ascii: "\n")), end - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }
}
