/// How names begin that a check wants to see: looked at as one word, as ``NameSuffix`` is.
struct NamePrefix: Sendable {
    /// The first eight bytes, or all there are, the first one in the lowest place.
    let word: UInt64
    /// Which bits of a word belong to the prefix.
    private let mask: UInt64
    /// The prefix if it is longer than a word.
    private let long: String?
    /// The number of bytes.
    let count: Int
    /// The check that wants to see such names.
    let bit: UInt64

    /// - Returns: nil for an empty prefix.
    init?(_ prefix: String, bit: UInt64) {
        guard !prefix.utf8.isEmpty else { return nil }
        let bytes = Array(prefix.utf8)
        word = Self.firstWord(of: bytes.span)
        mask = .max >> UInt64(8 * max(0, 8 - bytes.count))
        count = bytes.count
        long = bytes.count > 8 ? prefix : nil
        self.bit = bit
    }

    /// The first byte.
    var firstByte: UInt8 { UInt8(truncatingIfNeeded: word) }

    /// The first eight bytes of a name as ``matches(_:of:)`` wants them; zeros stand behind a shorter one.
    @inline(__always)
    static func firstWord(of name: Span<UInt8>) -> UInt64 {
        let count = min(8, name.count)
        return count > 0 ? unsafe ByteScan.word(of: name.bytes, from: 0, count: count) : 0
    }

    /// Whether a name begins with the prefix.
    ///
    /// - Parameter word: that of its beginning.
    @inline(__always)
    func matches(_ word: UInt64, of name: Span<UInt8>) -> Bool {
        guard (word ^ self.word) & mask == 0 else { return false }
        return long.map { name.starts(with: $0) } ?? true
    }
}
