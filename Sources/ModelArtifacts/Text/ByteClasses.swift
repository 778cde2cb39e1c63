/// The kinds of bytes that a text holds, gathered eight bytes at a time.
package struct ByteClasses: Sendable {
    private var all: UInt64 = 0
    private var nulls: UInt64 = 0
    private var capitals: UInt64 = 0
    private var slashes: UInt64 = 0

    package init() {}

    /// Whether there are bytes beyond ASCII.
    @inline(__always)
    package var hasNonASCII: Bool { all & Self.highBits != 0 }
    /// Whether there is a byte 0.
    @inline(__always)
    package var hasNull: Bool { nulls != 0 }
    /// Whether there are `A` to `Z`, `[` or a backslash; where there are bytes beyond ASCII, possibly without any.
    @inline(__always)
    package var hasCapital: Bool { capitals != 0 }
    /// Whether there is a slash.
    @inline(__always)
    package var hasSlash: Bool { slashes != 0 }
    /// Whether there is anything but plain characters of ASCII. A slash is one of them.
    @inline(__always)
    package var isPlain: Bool { (all & Self.highBits) | nulls | capitals == 0 }

    /// Takes in eight bytes.
    @inline(__always)
    package mutating func insert(_ word: UInt64) {
        all |= word
        nulls |= Self.zeros(in: word)
        slashes |= Self.zeros(in: word ^ 0x2F2F_2F2F_2F2F_2F2F)
        // What comes behind `Z` up to the backslash is looked for in the same go.
        capitals |= Self.capitals(in: word, andNext: 2)
    }

    /// Takes in what other text holds.
    @inline(__always)
    package mutating func formUnion(_ other: ByteClasses) {
        all |= other.all
        nulls |= other.nulls
        capitals |= other.capitals
        slashes |= other.slashes
    }

    /// The high bits of the bytes that are `A` to `Z`, or such a letter and 0x80.
    ///
    /// - Parameter next: how many characters behind `Z` count too.
    @inline(__always)
    static func capitals(in word: UInt64, andNext next: UInt64 = 0) -> UInt64 {
        // The high bit of `byte + 0x3F` tells the bytes from 0x41 on, that of `byte + 0x25` those beyond 0x5A.
        let low = word & ~highBits
        let beyond = 0x2525_2525_2525_2525 &- next &* 0x0101_0101_0101_0101
        return (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ beyond) & highBits
    }

    /// Not 0 if there is a byte 0. Bits above the lowest one may belong to other bytes.
    ///
    /// Source: Henry S. Warren, Hacker's Delight, section 6-1.
    @inline(__always)
    private static func zeros(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits
    }

    @inline(__always)
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}
