/// What some keys begin with. Most others are told apart by one comparison of words.
struct KeyStart: Equatable {
    let bytes: ByteString
    /// The first eight bytes of it at most, the first one lowest, and the bits that these take up.
    private let word: UInt64
    private let mask: UInt64

    init(_ bytes: ByteString) {
        self.bytes = bytes
        let count = min(8, bytes.count)
        word = unsafe ByteScan.word(of: bytes.bytes.span.bytes, from: 0, count: count)
        mask = .max >> (64 - 8 * UInt64(count))
    }

    var count: Int { bytes.count }

    /// Whether a key begins with it.
    @inline(__always)
    func begins(_ key: Span<UInt8>) -> Bool {
        if key.count >= 8 {
            if unsafe ByteScan.word(of: key.bytes, from: 0, count: 8) & mask != word { return false }
            if count <= 8 { return true }
        }
        return ByteScan.commonPrefix(key, bytes.bytes.span) == count
    }
}
