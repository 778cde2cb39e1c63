/// The hashes of names that one thread gathers: eight bytes for each, where names themselves would take up several times that.
///
/// Those of a group stand together, so that they are looked through in a cache.
@safe final class NameHashes {
    /// What a piece of a group holds at least and at most.
    private static let smallestPiece = 16
    private static let largestPiece = 512

    @safe private struct Group {
        /// Where the next hash goes.
        var next: UnsafeMutablePointer<UInt64>?
        /// How many more there is room for.
        var room = 0
        var pieces: [UnsafeMutableBufferPointer<UInt64>] = unsafe []
    }

    private let arena = PathArena()
    private let groups = UnsafeMutablePointer<Group>.allocate(capacity: NameHash.groupCount)

    init() { unsafe groups.initialize(repeating: Group(), count: NameHash.groupCount) }

    deinit {
        unsafe groups.deinitialize(count: NameHash.groupCount)
        unsafe groups.deallocate()
    }

    /// Adds a hash.
    @inline(__always)
    func append(_ hash: UInt64, _ place: NameHash.Place) {
        let group = unsafe groups + NameHash.group(of: hash)
        if unsafe group.pointee.room == 0 { unsafe grow(&group.pointee) }
        unsafe group.pointee.next?.pointee = NameHash(hash, place).word
        unsafe group.pointee.next? += 1
        unsafe group.pointee.room &-= 1
    }

    /// The number of hashes in a group.
    func count(inGroup group: Int) -> Int { unsafe Self.count(groups[group]) }

    /// Calls `body` with each hash of a group.
    @inline(__always)
    func forEach(inGroup number: Int, _ body: (NameHash) -> Void) {
        let group = unsafe groups[number]
        for index in unsafe group.pieces.indices {
            let piece = unsafe group.pieces[index]
            let unused = unsafe index == group.pieces.count - 1 ? group.room : 0
            for place in 0..<piece.count - unused { body(unsafe NameHash(word: piece[place])) }
        }
    }

    private static func count(_ group: Group) -> Int { unsafe group.pieces.reduce(-group.room) { $0 + $1.count } }

    private func grow(_ group: inout Group) {
        let count = max(Self.smallestPiece, min(Self.count(group), Self.largestPiece))
        let memory = unsafe arena.allocate(count * MemoryLayout<UInt64>.stride)
        let words = unsafe memory.bindMemory(to: UInt64.self, capacity: count)
        unsafe group.pieces.append(UnsafeMutableBufferPointer(start: words, count: count))
        unsafe (group.next, group.room) = (words, count)
    }
}
