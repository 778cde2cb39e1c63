/// Finds names of the same hash, in memory that is used again for one group after another.
@safe final class NameHashTable {
    /// What is known of a hash.
    private struct Traits: OptionSet {
        let rawValue: UInt8
        /// There is a file of it.
        static let file = Traits(rawValue: 1)
        /// There is a directory of it whose name is plain, or one whose name is not.
        static let plainDirectory = Traits(rawValue: 2)
        static let foldedDirectory = Traits(rawValue: 4)
        /// The directory is one in which a path is kept.
        static let keptDirectory = Traits(rawValue: 8)
        /// There are several that may be taken for one another.
        static let alike = Traits(rawValue: 16)

        static let directory: Traits = [.plainDirectory, .foldedDirectory]
    }

    /// The words at the places that they lead to, or next to them; 0 where there is none.
    private var slots = unsafe UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
    private var traits: [Traits] = []

    deinit { unsafe slots.deallocate() }

    /// The names of a group that may be alike, of which at least one is not kept.
    ///
    /// - Parameter lookalikes: hashes of directories that may be taken for others.
    func findAlike(inGroup group: Int, of gathered: [NameHashes], besides lookalikes: Set<UInt64>) -> AlikeNames {
        var alike = AlikeNames()
        let shift = clear(for: gathered.reduce(0) { $0 + $1.count(inGroup: group) })
        var hasAlike = false
        for hashes in gathered {
            hashes.forEach(inGroup: group) { hash in
                if insert(hash, shift) { hasAlike = true }
            }
        }
        for slot in traits.indices where !traits[slot].isDisjoint(with: .directory) {
            if !traits[slot].contains(.keptDirectory) { alike.directories += 1 }
            guard !lookalikes.isEmpty else { continue }
            if lookalikes.contains(unsafe NameHash(word: slots[slot]).known(in: group)) {
                traits[slot].insert(.alike)
                hasAlike = true
            }
        }
        guard hasAlike else { return alike }
        for hashes in gathered {
            hashes.forEach(inGroup: group) { hash in
                if !hash.isKept, traits[slot(of: hash, shift)].contains(.alike) { alike.note(hash, inGroup: group) }
            }
        }
        return alike
    }

    /// Takes in a name; returns whether it may be taken for one before. Plain directories of the same hash are the same, and others
    /// are told apart elsewhere.
    @inline(__always)
    private func insert(_ hash: NameHash, _ shift: UInt64) -> Bool {
        let slot = slot(of: hash, shift)
        if unsafe slots[slot] == 0 { unsafe slots[slot] = hash.word }
        var known = traits[slot]
        let kind: Traits = !hash.isDirectory ? .file : hash.isFolded ? .foldedDirectory : .plainDirectory
        // Of a file there is one for each name, of a directory one for each time that it was met.
        let isAlike = kind == .file ? !known.isEmpty : !known.subtracting([kind, .keptDirectory, .alike]).isEmpty
        known.insert(kind)
        if hash.isDirectory, hash.isKept { known.insert(.keptDirectory) }
        if isAlike { known.insert(.alike) }
        traits[slot] = known
        return isAlike
    }

    /// Where a hash is, or would be put.
    @inline(__always)
    private func slot(of hash: NameHash, _ shift: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash.word &>> shift)
        while true {
            let other = unsafe NameHash(word: slots[slot])
            if other.word == 0 || hash.isLike(other) { return slot }
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
        traits = [Traits](repeating: [], count: size)
        return UInt64(truncatingIfNeeded: UInt64.bitWidth - bits)
    }
}
