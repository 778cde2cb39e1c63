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
        while index + 8 <= count {
            let difference =
                unsafe a.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                ^ b.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            if difference != 0 { return index + UInt64(littleEndian: difference).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, unsafe left[unchecked: index] == right[unchecked: index] { index += 1 }
        return index
    }

    /// The index of the first slash from `start` on; nil if there is none.
    @inline(__always)
    package static func firstSlash(in bytes: Span<UInt8>, from start: Int) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
            guard start < buffer.count, let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, CInt(UInt8(ascii: "/")), buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// What kinds of bytes there are from `start` on.
    @inline(__always)
    package static func classes(of bytes: Span<UInt8>, from start: Int) -> Classes {
        let raw = unsafe bytes.bytes
        var (all, nulls, capitals): (UInt64, UInt64, UInt64) = (0, 0, 0)
        var index = start
        while index + 8 <= bytes.count {
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            all |= word
            nulls |= Self.nulls(in: word)
            capitals |= Self.capitals(in: word)
            index += 8
        }
        while index < bytes.count {
            // The bytes that are missing count as a letter, which is in no class.
            let word = unsafe UInt64(bytes[unchecked: index]) | 0x6161_6161_6161_6100
            all |= word
            nulls |= Self.nulls(in: word)
            capitals |= Self.capitals(in: word)
            index += 1
        }
        return Classes(
            hasNonASCII: all & Self.highBits != 0, hasNull: nulls != 0, hasCapital: capitals != 0)
    }

    /// The kinds of bytes that checks ask for.
    package struct Classes {
        /// Bytes beyond ASCII.
        package var hasNonASCII: Bool
        /// The byte 0.
        package var hasNull: Bool
        /// `A` to `Z`; where there are bytes beyond ASCII, possibly without any.
        package var hasCapital: Bool
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Not 0 if one of the eight bytes is 0 (exact in that; Henry S. Warren, Hacker's Delight, section 6-1).
    @inline(__always)
    private static func nulls(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits
    }

    /// Not 0 if one of the eight bytes is a capital, exact if all of them are ASCII: the high bit of `byte + 0x3F` tells
    /// those from 0x41 on, that of `byte + 0x25` those beyond 0x5A.
    @inline(__always)
    private static func capitals(in word: UInt64) -> UInt64 {
        let low = word & ~highBits
        return ((low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525)) & highBits
    }
}
