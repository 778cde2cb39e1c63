/// A line whose end is a path that comes behind that of the line before.
///
/// Nearly all lines of a large listing are of this kind, so all that has to be known of one is found out while its bytes are in
/// registers: where it ends, how far it is the line before, and what kinds of bytes it has that the other has not.
struct FollowingLine {
    /// How many bytes the path has in common with the one before.
    let shared: Int
    /// The number of bytes of the path.
    let count: Int
    /// The kinds of bytes behind those.
    private(set) var classes = ByteClasses()

    /// Looks at a line and copies its path.
    ///
    /// - Parameters:
    ///   - lines: which end with LF.
    ///   - start: where the line begins.
    ///   - previous: the line before.
    ///   - pathStart: where the path begins in both lines.
    ///   - target: has room for ``room`` bytes, of which any may be overwritten.
    /// - Returns: nil for a line of another kind, or one too close to the end of `lines` to tell.
    @inline(__always)
    init?(
        _ lines: UnsafeRawBufferPointer, at start: Int, behind previous: Range<Int>, pathStart: Int,
        copiedTo target: UnsafeMutableRawPointer
    ) {
        let lastWord = lines.count - 8
        guard start + pathStart <= lastWord,
            unsafe Self.areEqual(lines, previous.lowerBound, start, count: pathStart)
        else { return nil }
        let (old, new) = (previous.lowerBound + pathStart, start + pathStart)
        let oldCount = previous.upperBound - old
        // As far as both can be compared.
        let end = min(oldCount, lastWord + 1 - new)
        var (index, word, difference): (Int, UInt64, UInt64) = (0, 0, 0)
        // Two words at a time: paths have tens of bytes in common.
        while index &+ 8 < end {
            let (first, second) = unsafe (Self.word(lines, new &+ index), Self.word(lines, new &+ index &+ 8))
            let differences = unsafe (
                first ^ Self.word(lines, old &+ index), second ^ Self.word(lines, old &+ index &+ 8)
            )
            unsafe target.storeBytes(of: first.littleEndian, toByteOffset: index, as: UInt64.self)
            unsafe target.storeBytes(of: second.littleEndian, toByteOffset: index &+ 8, as: UInt64.self)
            if differences.0 | differences.1 != 0 {
                (word, difference) = differences.0 != 0 ? (first, differences.0) : (second, differences.1)
                if differences.0 == 0 { index &+= 8 }
                break
            }
            index &+= 16
        }
        if difference == 0, index < end {
            word = unsafe Self.word(lines, new &+ index)
            difference = unsafe word ^ Self.word(lines, old &+ index)
            unsafe target.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
        }
        guard difference != 0 else { return nil }
        let bit = UInt64(difference.trailingZeroBitCount) & ~7
        shared = index + Int(bit) / 8
        let byte = UInt8(truncatingIfNeeded: word >> bit)
        guard shared < oldCount, byte ^ UInt8(truncatingIfNeeded: difference >> bit) < byte else {
            return nil
        }
        // What is shared is known already.
        word = Self.letters(word, besides: .max << bit)
        while true {
            let newlines = Self.newlines(in: word)
            if newlines != 0 {
                let end = UInt64(newlines.trailingZeroBitCount) & ~7
                classes.insert(Self.letters(word, besides: ~(.max << end)))
                count = index + Int(end) / 8
                break
            }
            classes.insert(word)
            index &+= 8
            guard index <= S3Limits.keyLength, new &+ index <= lastWord else { return nil }
            word = unsafe Self.word(lines, new &+ index)
            unsafe target.storeBytes(of: word.littleEndian, toByteOffset: index, as: UInt64.self)
        }
        guard count > shared else { return nil }
    }

    /// How many bytes may be copied of a path that is not too long for a key.
    static let room = S3Limits.keyLength + 2 * MemoryLayout<UInt64>.size

    /// Whether so many bytes are the same at two places, behind which a word can be read.
    @inline(__always)
    private static func areEqual(_ bytes: UnsafeRawBufferPointer, _ left: Int, _ right: Int, count: Int) -> Bool {
        var index = 0
        while index + 8 <= count {
            if unsafe word(bytes, left + index) != word(bytes, right + index) { return false }
            index += 8
        }
        let difference = unsafe word(bytes, left + index) ^ word(bytes, right + index)
        return difference & ~(.max << (8 * UInt64(count - index))) == 0
    }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The bits of `mask`, and letters that are of no class in place of the other bytes.
    @inline(__always)
    private static func letters(_ word: UInt64, besides mask: UInt64) -> UInt64 {
        (word & mask) | (0x6161_6161_6161_6161 & ~mask)
    }

    /// Not 0 if there is an LF, of which the lowest bit tells the first.
    ///
    /// Source: Henry S. Warren, Hacker's Delight, section 6-1.
    @inline(__always)
    private static func newlines(in word: UInt64) -> UInt64 {
        let rest = word ^ 0x0A0A_0A0A_0A0A_0A0A
        return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
    }
}
