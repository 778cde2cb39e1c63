/// Hashes ASCII names so that names that differ only by case have the same hash.
enum FoldedHash {
    /// The keys of the process: without them nobody can choose names that collide.
    private static let keys = (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max) | 1)

    /// The hash of ASCII bytes with small letters in place of capitals.
    static func hash(of name: Span<UInt8>) -> UInt64 {
        let (start, factor) = keys
        let bytes = unsafe name.bytes
        var hash = start ^ UInt64(name.count)
        var index = 0
        while index < name.count {
            let count = min(8, name.count - index)
            let word = ByteScan.word(of: bytes, from: index, count: count)
            // The bit that tells a capital, moved to where a small letter differs from it.
            let folded = word | ByteClasses.capitals(in: word) >> 2
            // A product folded in half, as in wyhash.
            let product = (hash ^ folded).multipliedFullWidth(by: factor)
            hash = product.high ^ product.low
            index += count
        }
        return hash
    }
}
