/// The records of a pax extended header (POSIX.1-2017, pax, "pax Extended Header"): `LENGTH KEY=VALUE\n` each.
///
/// Values are taken as the bytes they are, zero bytes included, at which a reader in C stops.
struct PaxRecords {
    /// The longest record, in bytes: libarchive drops longer ones, and what is in them with them.
    private static let maximumLength = 999_999

    private(set) var path: ByteString?
    private(set) var linkPath: ByteString?
    /// GNU tar's name of a sparse file, whose `path` is made up.
    private(set) var sparseName: ByteString?
    /// The number of bytes stored.
    private(set) var size: Int64?
    /// Whether the records break off at one that does not have the form of a record.
    private(set) var isMalformed = false

    init(parsing bytes: Span<UInt8>) {
        var start = 0
        while start < bytes.count {
            guard let end = Self.end(ofRecordAt: start, in: bytes), takeRecord(bytes.extracting(start..<end)) else {
                isMalformed = true
                return
            }
            start = end
        }
    }

    /// Where the record ends according to its length; nil if that is impossible.
    private static func end(ofRecordAt start: Int, in bytes: Span<UInt8>) -> Int? {
        var length = 0
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[index] else { return nil }
            length = length * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            guard length <= maximumLength else { return nil }
            index += 1
        }
        let end = start + length
        guard index < end - 1, end <= bytes.count, bytes[end - 1] == UInt8(ascii: "\n") else { return nil }
        return end
    }

    private mutating func takeRecord(_ record: Span<UInt8>) -> Bool {
        var keyStart = 0
        while record[keyStart] != UInt8(ascii: " ") { keyStart += 1 }
        keyStart += 1
        let valueEnd = record.count - 1
        var keyEnd = keyStart
        while keyEnd < valueEnd, record[keyEnd] != UInt8(ascii: "="), record[keyEnd] != 0 { keyEnd += 1 }
        guard keyEnd > keyStart, keyEnd < valueEnd, record[keyEnd] != 0 else { return false }
        let value = record.extracting((keyEnd + 1)..<valueEnd)
        switch ByteString(record.extracting(keyStart..<keyEnd)) {
        case "path": path = ByteString(value)
        case "linkpath": linkPath = ByteString(value)
        case "GNU.sparse.name": sparseName = ByteString(value)
        case "size": size = ByteString(value).string.flatMap { Int64($0) }
        default: break
        }
        return true
    }
}
