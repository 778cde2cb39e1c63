#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The shape of a row of `list-objects-v2`: the bytes between its values.
///
/// Programs write millions of rows alike. Once one has been read and checked, those that are the same but for plain values
/// need no further look at the grammar. What is not exactly so is left to the reader of JSON.
struct JSONRowTemplate {
    /// What stands behind some of the bytes.
    private enum Value {
        case key, etag, size, storageClass, string, number, end
    }

    private struct Piece {
        /// Bytes in ``literals``.
        let literal: Range<Int>
        /// How many of them there are up to the end of the last line among them; nil if no line ends there.
        let lineStart: Int?
        let value: Value

        init(_ literal: Range<Int>, of row: [UInt8], _ value: Value) {
            self.literal = literal
            self.value = value
            lineStart = row[literal].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 - literal.lowerBound }
        }
    }

    /// Where in a window a row has what counts.
    struct Match {
        var key = 0..<0
        /// Without quotes; empty where there is none.
        var etag = 0..<0
        var size: Int64?
        /// Behind the row.
        var end = 0
        /// Behind the last end of a line in it.
        var lineStart = 0
    }

    /// How many lines end in a row. Values hold no line ends.
    let lineCount: Int
    private let literals: [UInt8]
    private var pieces: [Piece] = []

    /// Learns the shape of a row.
    ///
    /// - Parameter row: an object, with all that stands between it and the one before, that is known to be well-formed and
    ///   a row.
    /// - Returns: nil if the shape is not that of rows of which there may be many.
    init?(_ row: [UInt8]) {
        // The comma tells that another row came before, which is so wherever the shape is looked for.
        guard row.first == UInt8(ascii: ",") else { return nil }
        literals = row
        lineCount = row.count { $0 == UInt8(ascii: "\n") }
        var (index, start, depth) = (0, 0, 0)
        var role = Value.string
        while index < row.count {
            switch row[index] {
            case UInt8(ascii: "\""):
                guard let end = Self.endOfString(row, from: index + 1) else { return nil }
                if Self.isName(row, endingAt: end) {
                    guard let named = Self.role(of: row[index + 1..<end], depth: depth) else { return nil }
                    role = named
                } else {
                    guard role != .size else { return nil }
                    // Of an escape in it, nothing is known.
                    if role == .storageClass, row[index + 1..<end].contains(UInt8(ascii: "\\")) { return nil }
                    pieces.append(Piece(start..<index + 1, of: row, role))
                    start = end
                }
                index = end + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard role == .size || role == .string else { return nil }
                pieces.append(Piece(start..<index, of: row, role == .size ? .size : .number))
                while index < row.count, row[index] &- UInt8(ascii: "0") < 10 { index += 1 }
                start = index
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard role == .string else { return nil }
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            // Numbers that are not counts, and `null`, `true` and `false`, which are part of the shape elsewhere.
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "e"): return nil
            case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"): return nil
            default: index += 1
            }
        }
        pieces.append(Piece(start..<row.count, of: row, .end))
        guard depth == 0, pieces.count(where: { $0.value == .key }) == 1 else { return nil }
    }

    /// What a member is, by its name; nil for names that make a row another one.
    private static func role(of name: ArraySlice<UInt8>, depth: Int) -> Value? {
        guard !name.contains(UInt8(ascii: "\\")) else { return nil }
        guard depth == 1 else { return .string }
        switch String(decoding: name, as: UTF8.self) {
        case "Key": return .key
        case "ETag": return .etag
        case "Size": return .size
        case "StorageClass": return .storageClass
        case "key", "size", "etag", "type": return nil
        default: return .string
        }
    }

    private static func endOfString(_ row: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < row.count, row[index] != UInt8(ascii: "\"") { index += row[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return index < row.count ? index : nil
    }

    private static func isName(_ row: [UInt8], endingAt end: Int) -> Bool {
        row[(end + 1)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }

    /// Compares what stands in a window from `start` on; nil if it is not a row of this shape, or not there as a whole.
    func match(_ window: UnsafeRawBufferPointer, from start: Int) -> Match? {
        var match = Match()
        match.end = start
        for piece in pieces {
            if let lineStart = piece.lineStart { match.lineStart = match.end + lineStart }
            guard unsafe Self.skip(literals.span.extracting(piece.literal), in: window, &match.end) else { return nil }
            switch piece.value {
            case .end: return match
            case .size, .number:
                guard let number = unsafe Self.skipNumber(in: window, &match.end) else { return nil }
                if piece.value == .size { match.size = number }
            case .key:
                guard let key = unsafe Self.skipKey(in: window, &match.end) else { return nil }
                match.key = key
            case .storageClass:
                // What has to be restored is rare, and left to the reader.
                guard let text = unsafe Self.skipText(in: window, &match.end),
                    unsafe !Self.isArchived(window, text)
                else { return nil }
            case .etag, .string:
                guard let text = unsafe Self.skipText(in: window, &match.end) else { return nil }
                if piece.value == .etag { match.etag = text }
            }
        }
        return nil
    }

    @inline(__always)
    private static func skip(_ literal: Span<UInt8>, in window: UnsafeRawBufferPointer, _ index: inout Int) -> Bool {
        guard window.count - index >= literal.count, let base = window.baseAddress else { return false }
        let start = index
        index += literal.count
        return unsafe literal.withUnsafeBufferPointer { literal in
            guard let bytes = literal.baseAddress else { return true }
            return unsafe memcmp(base + start, bytes, literal.count) == 0
        }
    }

    private static func isArchived(_ window: UnsafeRawBufferPointer, _ text: Range<Int>) -> Bool {
        guard text.count == 7 || text.count == 12 else { return false }
        let name = unsafe Array(window[text])
        return ArchiveClass(storageClass: name.span) != nil
    }

    /// Moves past digits that are a number.
    @inline(__always)
    private static func skipNumber(in window: UnsafeRawBufferPointer, _ index: inout Int) -> Int64? {
        let start = index
        var number: Int64 = 0
        // So many digits always fit.
        let limit = min(window.count, start + 18)
        while index < limit, case let digit = unsafe window[index] &- UInt8(ascii: "0"), digit < 10 {
            number = number * 10 + Int64(digit)
            index += 1
        }
        guard index > start, index == start + 1 || (unsafe window[start] != UInt8(ascii: "0")) else { return nil }
        return number
    }

    /// Moves to what ends a key; nil if that is empty or not UTF-8.
    @inline(__always)
    private static func skipKey(in window: UnsafeRawBufferPointer, _ index: inout Int) -> Range<Int>? {
        let start = index
        index = unsafe ByteScan.endOfPlainText(in: window, from: start)
        if index < window.count, unsafe window[index] >= 0x80 {
            index = unsafe ByteScan.endOfUnescapedText(in: window, from: index)
            let key = unsafe UnsafeRawBufferPointer(rebasing: window[start..<index])
            guard unsafe UTF8Check.isValid(key.bindMemory(to: UInt8.self).span) else { return nil }
        }
        return index > start ? start..<index : nil
    }

    /// Moves to the quote behind plain text; escaped quotes around it, as those of an ETag, are no part of it.
    @inline(__always)
    private static func skipText(in window: UnsafeRawBufferPointer, _ index: inout Int) -> Range<Int>? {
        let isQuoted = unsafe isEscapedQuote(at: index, in: window)
        let start = isQuoted ? index + 2 : index
        let end = unsafe ByteScan.endOfPlainText(in: window, from: start)
        index = end
        if isQuoted {
            guard unsafe isEscapedQuote(at: end, in: window) else { return nil }
            index += 2
        }
        return start..<end
    }

    @inline(__always)
    private static func isEscapedQuote(at index: Int, in window: UnsafeRawBufferPointer) -> Bool {
        unsafe index + 1 < window.count && window[index] == UInt8(ascii: "\\")
            && window[index + 1] == UInt8(ascii: "\"")
    }
}

extension JSONReader {
    /// A row at the position, if it looks like the one that the template comes from.
    func match(_ template: borrowing JSONRowTemplate) -> JSONRowTemplate.Match? {
        unsafe input.bytes.withUnsafeBytes { window in
            unsafe template.match(UnsafeRawBufferPointer(rebasing: window[..<input.end]), from: input.position)
        }
    }
}
