/// The directories that were met last, by their hashes, so that those which many files are in are mostly looked at once. It may
/// have forgotten any.
struct DirectoryCache {
    /// With eight bytes each they stay in a second-level cache.
    private static let count = 1 << 14

    private var hashes = [UInt64](repeating: 0, count: count)

    /// Whether a directory was met; it counts as met then.
    ///
    /// - Parameters:
    ///   - hash: that of its path.
    ///   - purpose: what for; it is met for each anew.
    @inline(__always)
    mutating func meets(_ hash: UInt64, for purpose: UInt64) -> Bool {
        let key = hash ^ KeyedHash.mix(purpose)
        let slot = Int(truncatingIfNeeded: key) & (Self.count - 1)
        if hashes[slot] == key { return true }
        hashes[slot] = key
        return false
    }

    /// Whether a directory was met.
    @inline(__always)
    func hasMet(_ hash: UInt64, for purpose: UInt64) -> Bool {
        let key = hash ^ KeyedHash.mix(purpose)
        return hashes[Int(truncatingIfNeeded: key) & (Self.count - 1)] == key
    }
}
