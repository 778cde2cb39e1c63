/// How names end that a check wants to see: looked at as one word, since nearly every name of a listing is compared with some.
struct NameSuffix: Sendable {
    /// The last eight bytes, or all there are, the last one in the highest place.
    let word: UInt64
    /// Which bits of a word belong to the suffix.
    private let mask: UInt64
    /// The suffix if it is longer than a word.
    private let long: String?
    /// The number of bytes.
    let count: Int
    private let firstByte: UInt8
    /// The check that wants to see such names.
    let bit: UInt64

    /// - Returns: nil for an empty suffix.
    init?(_ suffix: String, bit: UInt64) {
        guard !suffix.utf8.isEmpty else { return nil }
        let bytes = Array(suffix.utf8)
        word = Self.lastWord(of: bytes.span)
        mask = .max << UInt64(8 * max(0, 8 - bytes.count))
        count = bytes.count
        firstByte = bytes[0]
        long = bytes.count > 8 ? suffix : nil
        self.bit = bit
    }

    /// The last byte.
    var lastByte: UInt8 { UInt8(truncatingIfNeeded: word >> 56) }

    /// The last eight bytes of a path as ``matches(_:of:)`` wants them; zeros stand in front of a shorter one.
    @inline(__always)
    static func lastWord(of path: Span<UInt8>) -> UInt64 {
        let count = min(8, path.count)
        guard count > 0 else { return 0 }
        return unsafe ByteScan.word(of: path.bytes, from: path.count - count, count: count) << UInt64(8 * (8 - count))
    }

    /// Whether a path ends with the suffix.
    ///
    /// - Parameter word: that of its end.
    @inline(__always)
    func matches(_ word: UInt64, of path: Span<UInt8>) -> Bool {
        guard (word ^ self.word) & mask == 0 else { return false }
        guard let long else { return true }
        // Where the end is that of several, the first byte tells most of them apart.
        return count <= path.count && path[path.count - count] == firstByte && path.ends(with: long)
    }
}
