/// Gives numbers to directories, and finds them again by their paths.
///
/// The table is looked up by keyed hashes, and what they find is compared in full.
struct DirectoryTable {
    /// The paths, each ending with a slash unless it is empty. References stay valid as long as the batches are kept.
    private(set) var paths: [PathReference] = []
    private var batches: [PathBatch] = []
    private var hashes: [UInt64] = []
    /// Numbers at the places that hashes lead to, or next to them; -1 where there is none. Always a power of two of them.
    private var slots = [Int32](repeating: -1, count: 1 << 10)

    /// The number of a directory: how many were there when it was first asked for.
    mutating func number(of path: Span<UInt8>) -> Int { number(of: path, KeyedHash.hash(of: path)) }

    /// The number of a directory whose ``KeyedHash`` is known.
    @inline(__always)
    mutating func number(of path: Span<UInt8>, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, paths[number].equals(path) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(path, hash, at: slot)
    }

    private mutating func add(_ path: Span<UInt8>, _ hash: UInt64, at slot: Int) -> Int {
        let number = paths.count
        slots[slot] = Int32(number)
        hashes.append(hash)
        if !(batches.last?.append(path, LayoutFile(.directory)) ?? false) {
            let batch = PathBatch()
            _ = batch.append(path, LayoutFile(.directory))
            batches.append(batch)
        }
        if let path = batches.last?.last { paths.append(path) }
        if 2 * paths.count > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
