/// A few thousand paths with what is known of them, one behind the other in memory that is used again and again.
///
/// They stay where they are until ``removeAll()``, so that references to them can be put into order.
@safe package final class PathBatch {
    /// How many bytes there is room for: little enough to stay in the cache of a processor from one thread to the next.
    /// A path that needs more makes room for itself.
    private static let ordinaryCapacity = 256 << 10
    /// How many batches are sorted together: with what sorting needs they fit into a larger cache.
    static let sortedTogether = 16

    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private var used = 0
    /// The number of paths.
    package private(set) var count = 0
    /// Whether more than the size is known of some.
    package private(set) var hasDetails = false

    package convenience init() { self.init(capacity: Self.ordinaryCapacity) }

    private init(capacity: Int) {
        self.capacity = capacity
        unsafe memory = Self.allocate(capacity)
    }

    deinit {
        removeAll()
        unsafe memory.deallocate()
    }

    /// Adds a path and returns true, unless the batch is full. One that is empty takes any path.
    @inline(__always)
    package func append(_ path: Span<UInt8>, _ file: consuming LayoutFile) -> Bool {
        let size = PathRecord.size(pathCount: path.count)
        if capacity - used < size, !makeRoom(for: size) { return false }
        hasDetails = hasDetails || file.hasDetails
        let record = unsafe (memory + used).assumingMemoryBound(to: PathRecord.self)
        unsafe record.initialize(to: PathRecord(file: file, count: path.count))
        unsafe path.withUnsafeBufferPointer { source in
            guard let source = source.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(record + 1).copyMemory(from: source, byteCount: path.count)
        }
        used += size
        count += 1
        return true
    }

    /// The first path, or ``end`` if there is none.
    var first: PathReference { reference(at: 0) }

    /// What comes behind the last path.
    var end: PathReference { reference(at: used) }

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
        let sorted = PathBatch(capacity: batches.reduce(0) { $0 + $1.used })
        for key in keys { _ = sorted.append(unsafe key.path.bytes.span, key.path.file) }
        return sorted
    }

    /// Forgets all paths.
    package func removeAll() {
        if hasDetails { forEach { $0.deinitialize() } }
        (used, count, hasDetails) = (0, 0, false)
    }

    private func reference(at offset: Int) -> PathReference {
        unsafe PathReference(UnsafePointer((memory + offset).assumingMemoryBound(to: PathRecord.self)))
    }

    private func makeRoom(for size: Int) -> Bool {
        guard count == 0 else { return false }
        unsafe memory.deallocate()
        capacity = max(capacity, size)
        unsafe memory = Self.allocate(capacity)
        return true
    }

    private static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        .allocate(byteCount: count, alignment: MemoryLayout<PathRecord>.alignment)
    }
}
