/// The names in a directory with what is known of their files, in the order in which they were added.
///
/// They stand one behind the other in pieces of an arena, each piece as large as those before it together.
@safe struct DirectoryNames {
    /// A piece of memory.
    @safe private struct Piece {
        var start: UnsafeMutableRawPointer
        var used: Int
        var capacity: Int
    }

    /// What a piece takes at most, in bytes, unless a name needs more.
    private static let largestPiece = 64 << 10

    private var earlier: [Piece] = []
    private var last: Piece?
    /// The number of names.
    private(set) var count = 0
    /// The bytes that they take up with their records.
    private(set) var byteCount = 0
    /// Whether more than the size is known of some.
    private(set) var hasDetails = false

    /// Adds a name.
    @inline(__always)
    mutating func append(_ name: Span<UInt8>, _ file: consuming LayoutFile, in arena: PathArena) {
        let size = PathRecord.size(pathCount: name.count, file)
        if (last?.capacity ?? 0) - (last?.used ?? 0) < size + PathRecord.padding { grow(size, in: arena) }
        hasDetails = hasDetails || file.hasDetails
        if let piece = last { unsafe PathRecord.initialize(piece.start + piece.used, Span(), name, file) }
        last?.used += size
        byteCount += size
        count += 1
    }

    /// Calls `body` with each name.
    @inline(__always)
    func forEach(_ body: (PathReference) -> Void) {
        for piece in earlier { Self.forEach(in: piece, body) }
        if let piece = last { Self.forEach(in: piece, body) }
    }

    /// Releases what the records refer to. There must be no use of them afterwards.
    func deinitialize() {
        guard hasDetails else { return }
        forEach { $0.deinitialize() }
    }

    private mutating func grow(_ size: Int, in arena: PathArena) {
        if let last { earlier.append(last) }
        let capacity = max(size, min(byteCount, Self.largestPiece)) + PathRecord.padding
        unsafe last = Piece(start: arena.allocate(capacity), used: 0, capacity: capacity)
    }

    private static func forEach(in piece: Piece, _ body: (PathReference) -> Void) {
        let end = unsafe PathReference(piece.start + piece.used)
        var name = unsafe PathReference(piece.start)
        while name != end {
            let next = name.next
            body(name)
            name = next
        }
    }
}
