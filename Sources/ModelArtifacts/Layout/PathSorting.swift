/// The paths of some directories, each to be put into byte order, in one go by whichever thread has time.
struct PathSorting {
    /// So many paths are sorted in one go, as far as directories allow.
    static let ordinaryCount = 4096

    /// How many names ahead of the one in hand are brought into the cache.
    private static let lead = 16

    /// The number of paths.
    private(set) var count = 0
    private var directories: [(path: PathReference, names: [DirectoryNames])] = []
    private let pool: PathBatchPool
    private let ordinary: OrdinaryFiles?

    /// - Parameters:
    ///   - pool: what the sorted paths are put into.
    ///   - ordinary: which files make runs of siblings; nil if these are not wanted.
    init(_ pool: PathBatchPool, _ ordinary: OrdinaryFiles?) {
        self.pool = pool
        self.ordinary = ordinary
    }

    /// Adds a directory, whose path and names have to stay where they are.
    mutating func append(_ path: PathReference, _ names: [DirectoryNames]) {
        directories.append((path, names))
        count += names.reduce(0) { $0 + $1.count }
    }

    /// The paths of each directory in order.
    func sorted(in room: PathSortRoom) -> [PathRun] {
        var keys: [PathSortKey] = []
        swap(&keys, &room.keys)
        defer { swap(&keys, &room.keys) }
        return directories.map { directory, parts in
            let count = parts.reduce(0) { $0 + $1.count }
            keys.removeAll(keepingCapacity: true)
            keys.reserveCapacity(count)
            for names in parts { names.forEach { keys.append(PathSortKey($0, number: keys.count)) } }
            PathSorter.sort(&keys, in: room)
            let byteCount = parts.reduce(0) { $0 + $1.byteCount }
            let batch = pool.take(capacity: byteCount + count * PathRecord.extraSize(pathCount: directory.count))
            Self.append(keys, of: directory, to: batch)
            return PathRun(batch, ordinary)
        }
    }

    /// In byte order names lie anywhere in memory, so that it takes long to get at each unless several are under way.
    private static func append(_ keys: [PathSortKey], of directory: PathReference, to batch: PathBatch) {
        for index in keys.indices {
            if index + lead < keys.count { keys[index + lead].path.prefetch() }
            let path = keys[index].path
            _ = unsafe batch.append(directory.bytes.span, path.bytes.span, path.file)
        }
    }
}
