/// Finds hashes that are there more than once, in memory that is used again for one group after another.
@safe final class NameHashTable {
    /// The words at the places that they lead to, or next to them; 0 where there is none.
    private var slots = unsafe UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)

    deinit { unsafe slots.deallocate() }

    /// The names of a group that may be alike, of which at least one is not kept.
    func findAlike(inGroup group: Int, of gathered: [NameHashes]) -> AlikeNames {
        var alike = AlikeNames()
        let shift = clear(for: gathered.reduce(0) { $0 + $1.count(inGroup: group) })
        for hashes in gathered {
            hashes.forEach(inGroup: group) { hash in
                if let other = insert(hash, shift) { alike.note(hash, other, inGroup: group) }
            }
        }
        return alike
    }

    /// Puts a hash in, unless it is there already; then it returns that one.
    @inline(__always)
    private func insert(_ hash: NameHash, _ shift: UInt64) -> NameHash? {
        var slot = Int(truncatingIfNeeded: hash.word &>> shift)
        while true {
            let other = unsafe NameHash(word: slots[slot])
            if other.word == 0 {
                unsafe slots[slot] = hash.word
                return nil
            }
            if hash.isLike(other) { return other }
            slot = unsafe (slot &+ 1) & (slots.count &- 1)
        }
    }

    /// Empties the table and gives it room for so many hashes that most have no other in their way.
    ///
    /// - Returns: by how many bits a word is shifted for its place.
    private func clear(for count: Int) -> UInt64 {
        let bits = Int.bitWidth - (2 * count + 1).leadingZeroBitCount
        let size = 1 << bits
        if unsafe slots.count != size {
            unsafe slots.deallocate()
            unsafe slots = .allocate(capacity: size)
        }
        unsafe slots.update(repeating: 0)
        return UInt64(truncatingIfNeeded: UInt64.bitWidth - bits)
    }
}
