/// Where names of a directory are kept, by their hashes. It is emptied at no cost, whatever it held, and used for the next.
struct FoldedNameTable {
    /// What is known of a hash.
    enum Place {
        /// Where the one name of that hash is.
        case name(Range<Int>)
        /// There are several, to be found elsewhere.
        case shared
    }

    private struct Slot {
        var hash: UInt64 = 0
        var start = 0
        /// The length of the name; 0 if there are several.
        var count: UInt32 = 0
        /// When the slot was filled; before this directory it counts as empty.
        var generation: UInt32 = 0
    }

    private static let fewestSlots = 16

    private var slots: [Slot] = []
    /// How many slots are in use, a power of two; more are kept for larger directories.
    private var size = 0
    private var count = 0
    private var generation: UInt32 = 0

    /// Puts in the place of a name, unless its hash is there already; then it returns what is known of that.
    mutating func insert(_ hash: UInt64, _ name: Range<Int>) -> Place? {
        if 2 * count >= size { grow() }
        let slot = slot(of: hash)
        guard slots[slot].generation != generation else { return place(at: slot) }
        slots[slot] = Slot(
            hash: hash, start: name.lowerBound, count: UInt32(truncatingIfNeeded: name.count), generation: generation)
        count += 1
        return nil
    }

    /// What is known of a hash; nil if it is not there.
    func place(of hash: UInt64) -> Place? {
        guard size > 0 else { return nil }
        let slot = slot(of: hash)
        return slots[slot].generation == generation ? place(at: slot) : nil
    }

    /// Notes that several names have a hash that is there.
    mutating func setShared(_ hash: UInt64) { slots[slot(of: hash)].count = 0 }

    mutating func removeAll() {
        // The next directory is mostly as large as this one, and need not grow again then.
        if size > Self.fewestSlots, 8 * count < size { size /= 2 }
        count = 0
        if generation == .max { (slots, size, generation) = ([], 0, 0) }
        generation += 1
    }

    private func place(at slot: Int) -> Place {
        let known = slots[slot]
        return known.count == 0 ? .shared : .name(known.start..<known.start + Int(known.count))
    }

    /// Where a hash is, or would be put.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[slot].generation == generation, slots[slot].hash != hash { slot = (slot + 1) & (size - 1) }
        return slot
    }

    private mutating func grow() {
        let known = slots[..<size].filter { $0.generation == generation }
        if generation == 0 { generation = 1 }
        size = max(Self.fewestSlots, 2 * size)
        if slots.count < size { slots += [Slot](repeating: Slot(), count: size - slots.count) }
        for index in 0..<size { slots[index].generation = 0 }
        for old in known { slots[slot(of: old.hash)] = old }
    }
}
