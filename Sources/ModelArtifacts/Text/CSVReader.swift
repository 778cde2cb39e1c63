/// Reads CSV (RFC 4180) as a stream of records of byte strings.
///
/// Lines end with LF or CRLF, the last one need not end. Fields may be quoted, and hold commas, quotes (doubled) and line
/// ends then. Nothing is trimmed, and bytes need not be UTF-8. A UTF-8 byte order mark at the very beginning is left out,
/// because spreadsheets write one. What RFC 4180 does not allow is refused: a quote within an unquoted field, anything but a
/// comma or line end behind a closing quote, a CR without LF outside of quotes, a missing closing quote.
package struct CSVReader: ~Copyable {
    /// The largest number of fields of a record.
    package static let maximumFieldCount = 4096

    private var input: InputBuffer
    private var isAtBeginning = true
    /// The fields of a record that is not taken as it stands in the window of the input.
    private var content: [UInt8] = []
    /// Whether the current record is taken as it stands there.
    private var isInPlace = false
    private var fields: [Range<Int>] = []
    /// Where the current record begins.
    package private(set) var place = TextPosition(line: 1, column: 1, offset: 0)

    package init(_ input: consuming InputBuffer) {
        self.input = input
    }

    /// The name of the input to show in messages.
    package var name: ByteString { input.name }

    /// The number of fields of the current record; an empty line is one empty field.
    package var fieldCount: Int { fields.count }

    /// Whether the current record is an empty line.
    package var isEmptyLine: Bool { fields.count == 1 && fields[0].isEmpty }

    /// Bytes among which those of the fields of the current record are, and others; see ``range(of:)``.
    package var bytes: [UInt8] { isInPlace ? input.bytes : content }

    /// Where in ``bytes`` a field of the current record is.
    package func range(of field: Int) -> Range<Int> { fields[field] }

    /// A field of the current record.
    package func field(_ field: Int) -> ByteString { ByteString(Array(bytes[range(of: field)])) }

    /// An error with code `malformedInput` about the current record.
    package func error(_ message: String) -> ArtifactError { input.error(at: place, message) }

    /// Goes to the next record; returns false when there is none.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`, with name, line and column, and what the input throws.
    package mutating func next() throws(ArtifactError) -> Bool {
        if isAtBeginning {
            isAtBeginning = false
            try input.skipByteOrderMark()
        }
        fields.removeAll(keepingCapacity: true)
        input.mark = input.position
        guard try input.peek() != nil else { return false }
        place = input.textPosition(at: input.position)
        isInPlace = readInPlace()
        if isInPlace { return true }
        content.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        while try readField() {}
        return true
    }

    /// Reads a record that stands in the window as a whole and has no fields whose bytes are others than they mean.
    ///
    /// - Returns: false if it is another one, or is wrong; then nothing has been read.
    private mutating func readInPlace() -> Bool {
        var (position, found) = (input.position, fields)
        // Nobody else has them meanwhile.
        fields = []
        let isWhole = unsafe input.bytes.withUnsafeBytes { bytes in
            let window = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<input.end])
            while found.count < Self.maximumFieldCount, unsafe Self.readField(in: window, &position, &found) {
                let byte = unsafe window[position]
                position += 1
                if byte == UInt8(ascii: ",") { continue }
                if byte == UInt8(ascii: "\n") { return true }
                guard byte == UInt8(ascii: "\r"), position < window.count,
                    unsafe window[position] == UInt8(ascii: "\n")
                else { return false }
                position += 1
                return true
            }
            return false
        }
        fields = found
        guard isWhole else { return false }
        input.position = position
        input.beginLine()
        return true
    }

    /// Reads one field, and moves to what is behind it.
    ///
    /// - Returns: false if it has a doubled quote or a line end in it, is wrong, or what is behind it is not in the window.
    @inline(__always)
    private static func readField(
        in window: UnsafeRawBufferPointer, _ position: inout Int, _ fields: inout [Range<Int>]
    ) -> Bool {
        guard position < window.count else { return false }
        let isQuoted = unsafe window[position] == UInt8(ascii: "\"")
        let start = isQuoted ? position + 1 : position
        let end =
            unsafe isQuoted
            ? ByteScan.endOfQuotedText(in: window, from: start) : ByteScan.endOfPlainField(in: window, from: start)
        guard end < window.count, unsafe (window[end] == UInt8(ascii: "\"")) == isQuoted else { return false }
        fields.append(start..<end)
        position = isQuoted ? end + 1 : end
        return position < window.count
    }

    /// Reads one field; returns whether another follows in the same record.
    private mutating func readField() throws(ArtifactError) -> Bool {
        guard fields.count < Self.maximumFieldCount else {
            throw input.error(at: input.position, "more than \(Self.maximumFieldCount) fields in a record")
        }
        let start = content.count
        if try input.peek() == UInt8(ascii: "\"") {
            try readQuotedText()
        } else {
            try readPlainText()
        }
        fields.append(start..<content.count)
        guard let byte = try input.peek() else { return false }
        switch byte {
        case UInt8(ascii: ","):
            input.position += 1
            return true
        case UInt8(ascii: "\n"):
            input.position += 1
        case UInt8(ascii: "\r"):
            input.mark = input.position
            try input.require(2)
            guard input.end - input.position >= 2, input.bytes[input.position + 1] == UInt8(ascii: "\n") else {
                throw input.error(at: input.position, "a carriage return outside of quotes that no line feed follows")
            }
            input.position += 2
        case UInt8(ascii: "\""):
            throw input.error(at: input.position, "a quote within a field that does not begin with one")
        default:
            throw input.error(
                at: input.position,
                "expected a comma or the end of the line after a closing quote, found "
                    + JSONReader.shown(byte))
        }
        input.beginLine()
        return false
    }

    private mutating func readPlainText() throws(ArtifactError) {
        while true {
            let start = input.position
            let found = input.bytes[start..<input.end].firstIndex {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\"")
                    || $0 == UInt8(ascii: "\r")
            }
            input.position = found ?? input.end
            try append(start..<input.position)
            guard found == nil, try refill() else { return }
        }
    }

    private mutating func readQuotedText() throws(ArtifactError) {
        let opening = input.textPosition(at: input.position)
        input.position += 1
        while true {
            let start = input.position
            let found = input.bytes[start..<input.end].firstIndex {
                $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
            }
            input.position = found ?? input.end
            try append(start..<input.position)
            guard let found else {
                guard try refill() else { throw input.error(at: opening, "a quoted field without a closing quote") }
                continue
            }
            input.position += 1
            if input.bytes[found] == UInt8(ascii: "\n") {
                content.append(UInt8(ascii: "\n"))
                input.beginLine()
            } else if try input.peek() == UInt8(ascii: "\"") {
                content.append(UInt8(ascii: "\""))
                input.position += 1
            } else {
                return
            }
        }
    }

    private mutating func append(_ range: Range<Int>) throws(ArtifactError) {
        guard content.count + range.count <= InputBuffer.longestToken else {
            throw input.error(at: range.lowerBound, "a record longer than 16 MiB")
        }
        content.append(contentsOf: input.bytes[range])
    }

    private mutating func refill() throws(ArtifactError) -> Bool {
        input.mark = input.position
        return try input.refill()
    }
}
