/// A few thousand paths with what is known of them, one behind the other in memory that is used again and again.
///
/// They stay where they are until ``removeAll()``, so that a table can put references to them into order.
@safe package final class PathBatch {
    /// How many bytes there are room for: little enough to stay in the cache of a processor from one thread to the next.
    /// A path that needs more makes room for itself.
    private static let ordinaryCapacity = 256 << 10
    /// So much can be read behind each path.
    private static let padding = 8

    private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var used = 0
    /// The number of paths.
    package private(set) var count = 0
    /// Whether more than the size is known of some.
    package private(set) var hasDetails = false

    package init() {}

    deinit {
        removeAll()
        unsafe memory.deallocate()
    }

    /// Adds a path and returns true, unless the batch is full. One that is empty takes any path.
    @inline(__always)
    package func append(_ path: Span<UInt8>, _ file: consuming LayoutFile) -> Bool {
        let size = Self.size(path.count)
        if unsafe memory.count - used < size, !makeRoom(for: size) { return false }
        guard let base = unsafe memory.baseAddress else { return false }
        hasDetails = hasDetails || file.hasDetails
        let record = unsafe (base + used).assumingMemoryBound(to: PathRecord.self)
        unsafe record.initialize(to: PathRecord(file: file, count: path.count))
        unsafe path.withUnsafeBufferPointer { source in
            if let source = source.baseAddress {
                unsafe UnsafeMutableRawPointer(record + 1).copyMemory(from: source, byteCount: path.count)
            }
        }
        used += size
        count += 1
        return true
    }

    /// Calls `body` with each path in the order in which they were added.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (PathReference) throws(Failure) -> Void) throws(Failure) {
        guard let base = unsafe memory.baseAddress else { return }
        var offset = 0
        while offset < used {
            let path = unsafe PathReference(UnsafePointer((base + offset).assumingMemoryBound(to: PathRecord.self)))
            try body(path)
            offset += Self.size(path.count)
        }
    }

    /// Forgets all paths.
    package func removeAll() {
        if hasDetails, let base = unsafe memory.baseAddress {
            var offset = 0
            while offset < used {
                let record = unsafe (base + offset).assumingMemoryBound(to: PathRecord.self)
                offset += Self.size(unsafe record.pointee.count)
                unsafe record.deinitialize(count: 1)
            }
        }
        (used, count, hasDetails) = (0, 0, false)
    }

    /// The bytes that a path takes up with its record and padding, so that the next record is aligned.
    @inline(__always)
    private static func size(_ count: Int) -> Int {
        let alignment = MemoryLayout<PathRecord>.alignment
        return (MemoryLayout<PathRecord>.stride + count + padding + alignment - 1) & ~(alignment - 1)
    }

    private func makeRoom(for size: Int) -> Bool {
        guard count == 0 else { return false }
        unsafe memory.deallocate()
        unsafe memory = .allocate(
            byteCount: max(Self.ordinaryCapacity, size), alignment: MemoryLayout<PathRecord>.alignment)
        return true
    }
}
