/// Hashes names with keys of the process: without them nobody can choose names that collide.
enum KeyedHash {
    /// What a hash depends on besides what is hashed. Whoever hashes much takes it once.
    typealias Keys = (start: UInt64, factor: UInt64)

    static let keys: Keys = (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max) | 1)

    /// The hash of some bytes.
    ///
    /// - Parameters:
    ///   - seed: another hash, of what stands in front of them.
    ///   - change: what is hashed in place of each eight of them, the last of which may be zeros.
    @inline(__always)
    static func hash(
        of name: Span<UInt8>, from seed: UInt64 = 0, _ change: (UInt64) -> UInt64 = { $0 }
    ) -> UInt64 {
        let (start, factor) = keys
        let bytes = unsafe name.bytes
        var hash = start ^ seed ^ UInt64(name.count)
        var index = 0
        while index < name.count {
            let count = min(8, name.count - index)
            let word = change(ByteScan.word(of: bytes, from: index, count: count))
            // A product folded in half, as in wyhash.
            let product = (hash ^ word).multipliedFullWidth(by: factor)
            hash = product.high ^ product.low
            index += count
        }
        return hash
    }

    /// One word made of another one.
    @inline(__always)
    static func mix(_ word: UInt64, _ keys: Keys = keys) -> UInt64 {
        let product = (word ^ keys.start).multipliedFullWidth(by: keys.factor)
        return product.high ^ product.low
    }

    /// The hash of ASCII bytes with small letters in place of capitals.
    static func hash(folding name: Span<UInt8>, from seed: UInt64 = 0) -> UInt64 {
        // The bit that tells a capital, moved to where a small letter differs from it.
        hash(of: name, from: seed) { $0 | ByteClasses.capitals(in: $0) >> 2 }
    }
}
