/// The paths of some directories, each to be put into byte order, in one go by whichever thread has time.
final class PathSorting {
    /// How far the work is.
    enum State {
        case waiting, running, done
    }

    /// So many paths are sorted in one go, as far as directories allow.
    static let ordinaryCount = 4096

    /// Guarded by the monitor of the queue.
    var state = State.waiting
    /// The number of paths.
    private(set) var count = 0

    private var directories: [(path: PathReference, names: DirectoryNames)] = []
    /// The paths of each directory in order, once the work is done.
    private(set) var runs: [PathRun] = []

    private let ordinary: OrdinaryFiles?

    /// - Parameter ordinary: which files make runs of siblings; nil if these are not wanted.
    init(_ ordinary: OrdinaryFiles?) {
        self.ordinary = ordinary
    }

    /// Adds a directory, whose path and names have to stay where they are.
    func append(_ path: PathReference, _ names: DirectoryNames) {
        directories.append((path, names))
        count += names.count
    }

    /// Sorts.
    func run() {
        var keys: [PathSortKey] = []
        for (directory, names) in directories {
            keys.removeAll(keepingCapacity: true)
            keys.reserveCapacity(names.count)
            names.forEach { keys.append(PathSortKey($0, number: keys.count)) }
            PathSorter.sort(&keys)
            let batch = PathBatch(
                capacity: names.byteCount + names.count * PathRecord.extraSize(pathCount: directory.count), ordinary)
            for key in keys { _ = unsafe batch.append(directory.bytes.span, key.path.bytes.span, key.path.file) }
            runs.append(PathRun(batch))
        }
    }

    /// Lets go of the sorted paths.
    func forget() { runs = [] }
}
