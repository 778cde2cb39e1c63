/// The paths of some directories, each to be put into byte order, in one go by whichever thread has time.
struct PathSorting {
    /// So many paths are sorted in one go, as far as directories allow, each of which counts as one at least.
    static let ordinaryCount = 4096

    /// How many names ahead of the one in hand are brought into the cache.
    private static let lead = 16

    /// The number of paths.
    private(set) var count = 0
    private var directories: [UnsortedDirectory] = []
    private let pool: PathBatchPool
    private let ordinary: OrdinaryFiles?

    /// - Parameters:
    ///   - pool: what the sorted paths are put into.
    ///   - ordinary: which files make runs of siblings; nil if these are not wanted.
    init(_ pool: PathBatchPool, _ ordinary: OrdinaryFiles?) {
        self.pool = pool
        self.ordinary = ordinary
    }

    mutating func append(_ directory: UnsortedDirectory) {
        directories.append(directory)
        count += max(1, directory.count)
    }

    /// The paths of each directory in order.
    func sorted(in room: PathSortRoom) -> [PathRun] {
        var keys: [PathSortKey] = []
        swap(&keys, &room.keys)
        defer { swap(&keys, &room.keys) }
        return directories.map { directory in
            keys.removeAll(keepingCapacity: true)
            keys.reserveCapacity(directory.count + 1)
            directory.forEach { keys.append(PathSortKey($0, number: keys.count)) }
            var others = directory.ordinaryCount
            var byteCount = directory.byteCount
            if others > 0, !keys.contains(where: { Self.isLaidOut($0.path, in: directory.path) }),
                let example = directory.example
            {
                // Without a path of it nothing would be known of the directory.
                keys.append(PathSortKey(example, number: keys.count))
                others -= 1
                byteCount += PathRecord.size(pathCount: example.count, LayoutFile(.file))
            }
            PathSorter.sort(&keys, in: room)
            let batch = pool.take(
                capacity: byteCount + keys.count * PathRecord.extraSize(pathCount: directory.path.count))
            return Self.run(of: keys, in: directory.path, others, batch, ordinary)
        }
    }

    /// Puts the paths into a batch, and counts others right behind one of them that is laid out.
    ///
    /// In byte order names lie anywhere in memory, so that it takes long to get at each unless several are under way.
    private static func run(
        of keys: [PathSortKey], in directory: PathReference, _ others: Int, _ batch: PathBatch,
        _ ordinary: OrdinaryFiles?
    ) -> PathRun {
        var siblings: SiblingRun?
        for index in keys.indices {
            if index + lead < keys.count { keys[index + lead].path.prefetch() }
            let path = keys[index].path
            _ = unsafe batch.append(directory.bytes.span, path.bytes.span, path.file)
            if others > 0, siblings == nil, isLaidOut(path, in: directory), let last = batch.last {
                siblings = SiblingRun(others, behind: last)
            }
        }
        return siblings.map { PathRun(batch, [$0]) } ?? PathRun(batch, ordinary)
    }

    /// Whether the path of a name is one that a layout has.
    private static func isLaidOut(_ name: PathReference, in directory: PathReference) -> Bool {
        (1...S3Limits.keyLength).contains(directory.count + name.count)
    }
}
