/// What the header blocks of one member say themselves, where libarchive does not pass it on: type flags that it skips or
/// takes for something else, volume labels, names with zero bytes, damaged pax records.
///
/// The blocks may hold any bytes whatever.
struct RawTarHeaders {
    /// A member that has nothing but a header: a GNU volume label.
    struct Label {
        let name: ByteString
        let typeflag: UInt8
        /// In bytes from the start of the uncompressed archive.
        let offset: Int64
    }

    /// The size of a header block, in bytes.
    private static let blockSize = 512

    /// The volume labels before the member.
    private(set) var labels: [Label] = []
    /// Where the member's own headers begin, behind the labels.
    private(set) var offset: Int64
    /// Where the header of the member itself is, behind its extension headers; nil if the blocks end before it.
    private(set) var headerOffset: Int64?
    /// The type flag of the member itself; nil if the blocks end before its header.
    private(set) var typeflag: UInt8?
    /// The number of bytes stored, as the header or a pax record says.
    private(set) var storedSize: Int64?
    /// Whether libarchive takes a field for the size of a sparse file although this is none.
    ///
    /// In GNU's headers the field at 483 is a size in sparse files, type flag `S`, only, and anything whatever in others.
    private(set) var hasStrayRealSize = false
    /// The member's name from pax records; nil if there is none.
    private(set) var paxPath: ByteString?
    /// The link's target from pax records; nil if there is none.
    private(set) var paxLinkPath: ByteString?
    /// Whether the records of a pax header are damaged.
    private(set) var hasMalformedPax = false
    /// Whether a global pax header sets names or sizes, which some readers apply to all that follows and others do not.
    private(set) var hasGlobalNames = false
    /// Whether the blocks were not there to be looked at.
    private(set) var wasUnseen = false

    /// Knows nothing but where the headers begin.
    init(unseenAt offset: Int64) {
        self.offset = offset
        wasUnseen = true
    }

    /// Walks the header blocks, of which the first begins at `offset`, to the one of the member itself.
    init(scanning bytes: Span<UInt8>, at offset: Int64) {
        self.offset = offset
        var paxSize: Int64?
        var position = 0
        while position + Self.blockSize <= bytes.count {
            let block = bytes.extracting(position..<(position + Self.blockSize))
            // At 156 the type flag, at 124 the size (POSIX.1-2017, pax, "ustar Interchange Format").
            let size = Self.number(block.extracting(124..<136))
            let body = position + Self.blockSize
            switch block[156] {
            case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K"),
                UInt8(ascii: "A"):
                guard let size, size >= 0, size <= Int64(bytes.count - body) else { return }
                let records = bytes.extracting(body..<(body + Int(size)))
                switch block[156] {
                case UInt8(ascii: "x"), UInt8(ascii: "X"): take(PaxRecords(parsing: records), size: &paxSize)
                case UInt8(ascii: "g"): takeGlobal(PaxRecords(parsing: records))
                default: break
                }
                position = body + (Int(size) + Self.blockSize - 1) / Self.blockSize * Self.blockSize
            case UInt8(ascii: "V"):
                labels.append(
                    Label(
                        name: Self.text(block.extracting(0..<100)), typeflag: block[156],
                        offset: offset + Int64(position)))
                position = body
                self.offset = offset + Int64(position)
            case 0 where Self.isZero(block): return
            default:
                headerOffset = offset + Int64(position)
                typeflag = block[156]
                storedSize = paxSize ?? size
                hasStrayRealSize =
                    block[156] != UInt8(ascii: "S") && block[483] != 0
                    && ByteString(block.extracting(257..<265)) == "ustar  \u{0}"
                return
            }
        }
    }

    private mutating func take(_ records: PaxRecords, size: inout Int64?) {
        hasMalformedPax = hasMalformedPax || records.isMalformed
        paxPath = records.sparseName ?? records.path ?? paxPath
        paxLinkPath = records.linkPath ?? paxLinkPath
        size = records.size ?? size
    }

    private mutating func takeGlobal(_ records: PaxRecords) {
        hasGlobalNames =
            hasGlobalNames || records.path != nil || records.linkPath != nil || records.sparseName != nil
            || records.size != nil
    }

    private static func isZero(_ block: Span<UInt8>) -> Bool {
        for index in block.indices where block[index] != 0 { return false }
        return true
    }

    /// The bytes before the first zero.
    private static func text(_ field: Span<UInt8>) -> ByteString {
        var end = 0
        while end < field.count, field[end] != 0 { end += 1 }
        return ByteString(field.extracting(0..<end))
    }

    /// The value of a number field: octal digits, or GNU's base-256 form with the highest bit set. Nil if it does not fit.
    private static func number(_ field: Span<UInt8>) -> Int64? {
        var value: Int64 = 0
        if field[0] & 0x80 != 0 {
            // Negative numbers make no sense as sizes.
            guard field[0] & 0x40 == 0 else { return nil }
            for index in field.indices {
                let byte = index == 0 ? field[0] & 0x3F : field[index]
                guard value <= Int64.max >> 8 else { return nil }
                value = value << 8 | Int64(byte)
            }
            return value
        }
        var index = 0
        while index < field.count, field[index] == UInt8(ascii: " ") || field[index] == UInt8(ascii: "\t") {
            index += 1
        }
        while index < field.count, case UInt8(ascii: "0")...UInt8(ascii: "7") = field[index] {
            value = value << 3 | Int64(field[index] - UInt8(ascii: "0"))
            index += 1
        }
        return value
    }
}
