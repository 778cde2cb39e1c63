#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks at bytes eight at a time.
package enum ByteScan {
    /// The number of bytes that two spans have in common at their beginnings.
    @inline(__always)
    package static func commonPrefix(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let count = min(left.count, right.count)
        let (a, b) = unsafe (left.bytes, right.bytes)
        var index = 0
        // Two words at a time: paths have tens of bytes in common.
        while index + 16 <= count {
            let first = difference(a, b, at: index)
            let second = difference(a, b, at: index + 8)
            if first | second != 0 {
                return first != 0 ? index + first.trailingZeroBitCount / 8 : index + 8 + second.trailingZeroBitCount / 8
            }
            index += 16
        }
        while index + 8 <= count {
            let difference = difference(a, b, at: index)
            if difference != 0 { return index + difference.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, unsafe left[unchecked: index] == right[unchecked: index] { index += 1 }
        return index
    }

    /// In which bits eight bytes differ, the first byte lowest.
    @inline(__always)
    private static func difference(_ left: RawSpan, _ right: RawSpan, at index: Int) -> UInt64 {
        UInt64(
            littleEndian: unsafe left.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                ^ right.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    }

    /// Below 0, 0 or above 0 where the left bytes come before the right ones, are the same, or come behind them.
    package static func order(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let shared = commonPrefix(left, right)
        guard shared < left.count, shared < right.count else { return left.count - right.count }
        return Int(left[shared]) - Int(right[shared])
    }

    /// The index of the first slash from `start` on; nil if there is none.
    @inline(__always)
    package static func firstSlash(in bytes: Span<UInt8>, from start: Int) -> Int? {
        first(UInt8(ascii: "/"), in: bytes, from: start)
    }

    /// The index of the first byte of that value from `start` on; nil if there is none.
    @inline(__always)
    package static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
            guard start < buffer.count, let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, CInt(byte), buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// How many bytes have that value.
    package static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
        let raw = unsafe bytes.bytes
        var (count, index) = (0, 0)
        while index + 8 <= bytes.count {
            let rest = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self) ^ repeated(byte)
            // The high bits of the bytes that are the same, and no others.
            let same = ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | rest | 0x7F7F_7F7F_7F7F_7F7F)
            count += same.nonzeroBitCount
            index += 8
        }
        while index < bytes.count {
            if bytes[index] == byte { count += 1 }
            index += 1
        }
        return count
    }

    /// The index behind the last slash; 0 if there is none.
    @inline(__always)
    package static func endOfLastSlash(in bytes: Span<UInt8>) -> Int {
        let raw = unsafe bytes.bytes
        var end = bytes.count
        while end >= 8 {
            let word = unsafe UInt64(
                littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: end - 8, as: UInt64.self))
            // The high bits of the bytes that are slashes, and no others.
            let rest = word ^ 0x2F2F_2F2F_2F2F_2F2F
            let slashes = ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | rest | 0x7F7F_7F7F_7F7F_7F7F)
            if slashes != 0 { return end - slashes.leadingZeroBitCount / 8 }
            end -= 8
        }
        while end > 0, bytes[end - 1] != UInt8(ascii: "/") { end -= 1 }
        return end
    }

    /// What kinds of bytes there are from `start` on.
    @inline(__always)
    package static func classes(of bytes: Span<UInt8>, from start: Int) -> ByteClasses {
        let raw = unsafe bytes.bytes
        var classes = ByteClasses()
        var index = start
        while index + 8 <= bytes.count {
            classes.insert(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
            index += 8
        }
        let rest = bytes.count - index
        if rest > 0, index > start {
            // Bytes that are looked at twice are in the same classes.
            classes.insert(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: bytes.count - 8, as: UInt64.self))
        } else if rest > 0 {
            // The bytes that are missing count as a letter, which is in no class.
            classes.insert(word(of: raw, from: index, count: rest) | 0x6161_6161_6161_6161 << (8 * UInt64(rest)))
        }
        return classes
    }

    /// What kinds of bytes there are from `start` on where the bytes are others than in a text of the same length.
    @inline(__always)
    static func classes(of bytes: Span<UInt8>, from start: Int, otherThanIn other: Span<UInt8>) -> ByteClasses {
        guard start + 8 <= bytes.count, bytes.count == other.count else { return classes(of: bytes, from: start) }
        let (raw, known) = unsafe (bytes.bytes, other.bytes)
        var classes = ByteClasses()
        var index = start
        while index < bytes.count {
            // Bytes that are looked at twice are in the same classes.
            let place = min(index, bytes.count - 8)
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
            if unsafe word != known.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self) {
                classes.insert(word)
            }
            index += 8
        }
        return classes
    }

    /// The index of the next byte, from `start` on, that is no plain character of a JSON string: a quote, a backslash, a
    /// control character or a byte beyond ASCII.
    @inline(__always)
    package static func endOfPlainText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let end = bytes.count
        var index = start
        while index + 8 <= end {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let ones: UInt64 = 0x0101_0101_0101_0101
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            let controls = (word &- ones &* 0x20) & ~word
            let found =
                (controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | word)
                & (ones &* 0x80)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end {
            let byte = unsafe bytes[index]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    /// The index of the next byte, from `start` on, that is no printable character of ASCII, or that must not stand in a string of
    /// JSON as it is: as ``endOfPlainText(in:from:)``, or DEL, or `#`, of which two may have to be escaped (see ``DisplayText``).
    @inline(__always)
    package static func endOfPrintableText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let end = unsafe endOfPlainText(in: bytes, from: start)
        guard end > start, let base = bytes.baseAddress else { return end }
        let deletion = unsafe memchr(base + start, 0x7F, end - start)
        let last = unsafe deletion.map { unsafe UnsafeRawPointer($0) - base } ?? end
        let hash = unsafe memchr(base + start, CInt(UInt8(ascii: "#")), last - start)
        return unsafe hash.map { unsafe UnsafeRawPointer($0) - base } ?? last
    }

    /// The index of the next byte, from `start` on, that ends a string of JSON or has to be escaped in it: a quote, a backslash, a
    /// control character. Bytes beyond ASCII are passed over, whatever they are.
    @inline(__always)
    package static func endOfUnescapedText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = unsafe endOfPlainText(in: bytes, from: start)
        while index < bytes.count, unsafe bytes[index] >= 0x80 {
            index = unsafe endOfPlainText(in: bytes, from: index + 1)
        }
        return index
    }

    /// The index of the next byte, from `start` on, that ends an unquoted field of CSV or must not be in one: a comma, a quote, or
    /// the end of a line.
    @inline(__always)
    static func endOfPlainField(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let end = bytes.count
        var index = start
        while index + 8 <= end {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found =
                zeros(in: word ^ repeated(UInt8(ascii: ","))) | zeros(in: word ^ repeated(UInt8(ascii: "\"")))
                | zeros(in: word ^ repeated(UInt8(ascii: "\n"))) | zeros(in: word ^ repeated(UInt8(ascii: "\r")))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end {
            switch unsafe bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return index
            default: index += 1
            }
        }
        return index
    }

    /// The index of the next quote or line feed from `start` on.
    @inline(__always)
    static func endOfQuotedText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let end = bytes.count
        var index = start
        while index + 8 <= end {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found = zeros(in: word ^ repeated(UInt8(ascii: "\""))) | zeros(in: word ^ repeated(UInt8(ascii: "\n")))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end, unsafe bytes[index] != UInt8(ascii: "\""), unsafe bytes[index] != UInt8(ascii: "\n") {
            index += 1
        }
        return index
    }

    /// The high bits of the bytes that are 0, and perhaps of some above the first of them.
    @inline(__always)
    private static func zeros(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// One to eight bytes as a little-endian number, the bytes that are missing as 0.
    @inline(__always)
    package static func word(of bytes: RawSpan, from start: Int, count: Int) -> UInt64 {
        let end = start + count
        if end >= 8 {
            let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: end - 8, as: UInt64.self)
            return UInt64(littleEndian: word) >> (64 - 8 * UInt64(count))
        }
        var word: UInt64 = 0
        for index in (start..<end).reversed() {
            word = word << 8 | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self))
        }
        return word
    }
}
