/// A few thousand paths with what is known of them, one behind the other in memory that is used again and again.
///
/// They stay where they are until ``removeAll()``, so that references to them can be put into order.
@safe package final class PathBatch {
    /// How many bytes there is room for: little enough to stay in the cache of a processor from one thread to the next.
    /// A path that needs more makes room for itself.
    private static let ordinaryCapacity = 256 << 10
    /// How many batches are sorted together: with what sorting needs they fit into a larger cache.
    static let sortedTogether = 16

    /// What changes with every path.
    @safe private struct State {
        var memory: UnsafeMutableRawPointer
        var capacity: Int
        var used = 0
        var count = 0
        /// Where the path added last begins.
        var lastStart = 0
        var hasDetails = false
        /// Whether records refer to objects.
        var hasReferences = false

        init(capacity: Int) {
            self.capacity = capacity + PathRecord.padding
            unsafe memory = .allocate(byteCount: self.capacity, alignment: MemoryLayout<UInt64>.alignment)
        }

        @inline(__always)
        mutating func append(
            _ beginning: Span<UInt8>, _ path: Span<UInt8>, _ file: consuming LayoutFile
        ) -> Bool {
            let size = PathRecord.size(pathCount: beginning.count + path.count, file)
            if capacity - used < size + PathRecord.padding, !makeRoom(for: size) { return false }
            if file.hasMore {
                hasDetails = true
                if file.details != nil { hasReferences = true }
            }
            unsafe PathRecord.initialize(memory + used, beginning, path, file)
            lastStart = used
            used += size
            count += 1
            return true
        }

        @inline(__always)
        mutating func appendCopied(_ pathCount: Int) -> PathReference {
            let size = unsafe PathRecord.initialize(memory + used, fileWithPathOf: pathCount)
            lastStart = used
            used += size
            count += 1
            return unsafe PathReference(memory + lastStart)
        }

        private mutating func makeRoom(for size: Int) -> Bool {
            guard count == 0 else { return false }
            reserve(size)
            return true
        }

        /// Makes an empty batch larger, if it is too small.
        mutating func reserve(_ size: Int) {
            guard capacity < size + PathRecord.padding else { return }
            unsafe memory.deallocate()
            self = State(capacity: size)
        }
    }

    /// Behind a pointer, since a variable of the batch itself would be checked for exclusive access with every path.
    private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

    /// The number of paths.
    package var count: Int { unsafe state.pointee.count }
    /// Whether more than the size is known of some.
    package var hasDetails: Bool { unsafe state.pointee.hasDetails }

    package convenience init() { self.init(capacity: Self.ordinaryCapacity) }

    /// - Parameter capacity: the room for paths and their records, in bytes.
    init(capacity: Int) { unsafe state.initialize(to: State(capacity: capacity)) }

    deinit {
        removeAll()
        unsafe state.pointee.memory.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// Adds a path and returns true, unless the batch is full. One that is empty takes any path.
    @inline(__always)
    package func append(_ path: Span<UInt8>, _ file: consuming LayoutFile) -> Bool {
        unsafe state.pointee.append(Span(), path, file)
    }

    /// Adds the path that consists of a directory, ending with a slash unless it is empty, and a name.
    ///
    /// - Returns: whether there was room for it.
    @inline(__always)
    func append(_ directory: Span<UInt8>, _ name: Span<UInt8>, _ file: consuming LayoutFile) -> Bool {
        unsafe state.pointee.append(directory, name, file)
    }

    /// Where ``FollowingLine`` may copy the next path to, which ``appendCopied(_:)`` then adds; nil if the batch may be full.
    @inline(__always)
    var roomForPath: UnsafeMutableRawPointer? {
        let state = unsafe state.pointee
        guard state.capacity - state.used >= PathRecord.plainHeaderSize + FollowingLine.room else { return nil }
        return unsafe state.memory + state.used + PathRecord.plainHeaderSize
    }

    /// Adds a file of unknown size whose path, of so many bytes, stands at ``roomForPath``.
    @inline(__always)
    func appendCopied(_ pathCount: Int) -> PathReference { unsafe state.pointee.appendCopied(pathCount) }

    /// Makes sure that an empty batch has room for so many bytes of paths and their records.
    func reserve(_ capacity: Int) {
        if count == 0 { unsafe state.pointee.reserve(capacity) }
    }

    /// The first path, or ``end`` if there is none.
    var first: PathReference { reference(at: 0) }

    /// The path added last; nil if there is none.
    var last: PathReference? { count > 0 ? unsafe reference(at: state.pointee.lastStart) : nil }

    /// What comes behind the last path.
    var end: PathReference { unsafe reference(at: state.pointee.used) }

    /// Calls `body` with each path in the order in which they were added.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (PathReference) throws(Failure) -> Void) throws(Failure) {
        let end = end
        var path = first
        while path != end {
            let next = path.next
            try body(path)
            path = next
        }
    }

    /// The paths of several batches in byte order, equal ones in the order in which they were added.
    static func sorted(_ batches: some Collection<PathBatch>) -> PathBatch {
        var keys: [PathSortKey] = []
        keys.reserveCapacity(batches.reduce(0) { $0 + $1.count })
        for batch in batches { batch.forEach { keys.append(PathSortKey($0, number: keys.count)) } }
        PathSorter.sort(&keys)
        // In another order they take as much room as before.
        let sorted = PathBatch(capacity: batches.reduce(0) { unsafe $0 + $1.state.pointee.used })
        for key in keys { _ = sorted.append(unsafe key.path.bytes.span, key.path.file) }
        return sorted
    }

    /// Forgets all paths.
    package func removeAll() {
        if unsafe state.pointee.hasReferences { forEach { $0.deinitialize() } }
        unsafe (state.pointee.used, state.pointee.count) = (0, 0)
        unsafe (state.pointee.hasDetails, state.pointee.hasReferences) = (false, false)
    }

    private func reference(at offset: Int) -> PathReference { unsafe PathReference(state.pointee.memory + offset) }
}
