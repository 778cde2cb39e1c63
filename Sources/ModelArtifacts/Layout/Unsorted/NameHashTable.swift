/// Finds names of the same hash, in memory that is used again for one group after another.
@safe final class NameHashTable {
    /// What is known of a hash.
    fileprivate struct Traits: OptionSet {
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

    /// The memory of the table, which does not change while it is filled: a variable of the table itself would be checked for
    /// exclusive access with every name.
    @safe fileprivate struct Slots {
        /// The words at the places that they lead to, or next to them; 0 where there is none.
        var words = unsafe UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
        /// What is known of them.
        var traits = unsafe UnsafeMutableBufferPointer<Traits>(start: nil, count: 0)
        /// By how many bits a word is shifted for its place.
        var shift: UInt64 = 0
    }

    private var slots = Slots()

    deinit { slots.deallocate() }

    /// The names of a group that may be alike, of which at least one is not kept.
    ///
    /// - Parameter lookalikes: hashes of directories that may be taken for others.
    func findAlike(inGroup group: Int, of gathered: [NameHashes], besides lookalikes: Set<UInt64>) -> AlikeNames {
        var alike = AlikeNames()
        self.slots.clear(for: gathered.reduce(0) { $0 + $1.count(inGroup: group) })
        let slots = self.slots
        var hasAlike = false
        for hashes in gathered {
            hashes.forEach(inGroup: group) { hash in
                if slots.insert(hash) { hasAlike = true }
            }
        }
        for slot in unsafe slots.traits.indices where unsafe !slots.traits[slot].isDisjoint(with: .directory) {
            if unsafe !slots.traits[slot].contains(.keptDirectory) { alike.directories += 1 }
            guard !lookalikes.isEmpty else { continue }
            if lookalikes.contains(unsafe NameHash(word: slots.words[slot]).known(in: group)) {
                unsafe slots.traits[slot].insert(.alike)
                hasAlike = true
            }
        }
        guard hasAlike else { return alike }
        for hashes in gathered {
            hashes.forEach(inGroup: group) { hash in
                if !hash.isKept, unsafe slots.traits[slots.place(of: hash)].contains(.alike) {
                    alike.note(hash, inGroup: group)
                }
            }
        }
        return alike
    }
}

extension NameHashTable.Slots {
    /// Takes in a name; returns whether it may be taken for one before. Plain directories of the same hash are the same, and others
    /// are told apart elsewhere.
    @inline(__always)
    fileprivate func insert(_ hash: NameHash) -> Bool {
        let slot = place(of: hash)
        if unsafe words[slot] == 0 { unsafe words[slot] = hash.word }
        var known = unsafe traits[slot]
        let kind: NameHashTable.Traits =
            !hash.isDirectory ? .file : hash.isFolded ? .foldedDirectory : .plainDirectory
        // Of a file there is one for each name, of a directory one for each time that it was met.
        let isAlike = kind == .file ? !known.isEmpty : !known.subtracting([kind, .keptDirectory, .alike]).isEmpty
        known.insert(kind)
        if hash.isDirectory, hash.isKept { known.insert(.keptDirectory) }
        if isAlike { known.insert(.alike) }
        unsafe traits[slot] = known
        return isAlike
    }

    /// Where a hash is, or would be put.
    @inline(__always)
    fileprivate func place(of hash: NameHash) -> Int {
        var slot = Int(truncatingIfNeeded: hash.word &>> shift)
        while true {
            let other = unsafe NameHash(word: words[slot])
            if other.word == 0 || hash.isLike(other) { return slot }
            slot = unsafe (slot &+ 1) & (words.count &- 1)
        }
    }

    /// Empties the table and gives it room for so many hashes that most have no other in their way.
    fileprivate mutating func clear(for count: Int) {
        let bits = Int.bitWidth - (2 * count + 1).leadingZeroBitCount
        let size = 1 << bits
        if unsafe words.count != size {
            deallocate()
            unsafe words = .allocate(capacity: size)
            unsafe traits = .allocate(capacity: size)
        }
        unsafe words.initialize(repeating: 0)
        unsafe traits.initialize(repeating: [])
        shift = UInt64(truncatingIfNeeded: UInt64.bitWidth - bits)
    }

    fileprivate func deallocate() {
        unsafe words.deallocate()
        unsafe traits.deallocate()
    }
}
