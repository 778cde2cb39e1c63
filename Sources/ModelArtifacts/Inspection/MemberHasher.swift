/// Hashes the contents of a member of an archive as they come by.
struct MemberHasher {
    /// How many bytes of holes in sparse members are hashed in one archive. They take no room in it, so that a small one can
    /// claim more of them than anyone can wait for.
    static let holeLimit: Int64 = 1 << 30

    private static let zeros = [UInt8](repeating: 0, count: 64 << 10)

    private let size: Int64
    private var etags: [StreamingETag]
    private var position: Int64 = 0
    /// Whether the pieces were in order, and not too much was missing between them.
    private var isComplete = true

    /// - Parameters:
    ///   - plans: the ways of uploading whose ETags are wanted.
    ///   - size: that of the member in bytes.
    init(_ path: ByteString, plans: [PartPlan], size: Int64) {
        etags = plans.map { StreamingETag(plan: $0, path: path) }
        self.size = size
    }

    /// Takes in the piece of the contents that begins at an offset, and zeros for what was left out before it.
    ///
    /// - Parameter holes: how many bytes of holes may be hashed still.
    mutating func update(_ bytes: UnsafeRawBufferPointer, at offset: Int64, holes: inout Int64) {
        fill(upTo: offset, &holes)
        guard offset == position else { return isComplete = false }
        unsafe take(bytes)
    }

    /// The ETags in the order of their plans; none if the contents could not be hashed.
    mutating func finish(holes: inout Int64) -> [ETag] {
        // Where a sparse file ends with a hole, nothing is stored for it.
        fill(upTo: size, &holes)
        guard isComplete, position == size else { return [] }
        return etags.compactMap { try? $0.finish() }
    }

    private mutating func fill(upTo offset: Int64, _ holes: inout Int64) {
        guard isComplete, offset > position else { return }
        let missing = offset - position
        guard missing <= holes else { return isComplete = false }
        holes -= missing
        while position < offset {
            let count = Int(min(offset - position, Int64(Self.zeros.count)))
            unsafe Self.zeros.withUnsafeBytes { unsafe take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer) {
        position += Int64(bytes.count)
        guard isComplete else { return }
        for index in etags.indices { unsafe etags[index].update(bytes) }
    }
}
