/// Paths in any order, which are put into byte order directory by directory.
///
/// Those of one directory have its path in common, so that only their names are kept and compared, and mostly these are few
/// enough for a cache. Several threads sort, ahead of the one that takes the paths in.
final class UnsortedPaths {
    /// What changes with every path, in one place, so that the dynamic check of exclusive access is made once for a batch.
    private struct State {
        let arena = PathArena()
        var directories = DirectoryTable()
        /// The names in each directory, by its number.
        var names: [DirectoryNames] = []

        mutating func append(_ batch: PathBatch) {
            batch.forEach { path in
                let bytes = unsafe path.bytes.span
                let end = ByteScan.endOfLastSlash(in: bytes)
                let number = directories.number(of: bytes.extracting(0..<end))
                if number == names.count { names.append(DirectoryNames()) }
                names[number].append(bytes.extracting(end..<bytes.count), path.file, in: arena)
            }
        }
    }

    private var state = State()

    init() {}

    deinit { for names in state.names { names.deinitialize() } }

    /// Adds paths. Equal ones stay in the order in which they were added.
    func append(_ batch: PathBatch) { state.append(batch) }

    /// Calls `body` with all paths, one run after another, in byte order.
    ///
    /// - Parameters:
    ///   - jobs: how many threads sort, this one among them.
    ///   - ordinary: which files make runs of siblings; nil if these are not wanted.
    func forEachRun<Failure: Error>(
        jobs: Int, _ ordinary: OrdinaryFiles? = nil, _ body: (PathRun) throws(Failure) -> Void
    ) throws(Failure) {
        let directories = state.directories.paths
        let order = Self.order(of: directories)
        let queue = PathSortingQueue(sortings(directories, order, ordinary), jobs: jobs)
        defer { queue.close() }
        // The directories whose paths are not through, each of them in the one before.
        var open: [(directory: PathReference, rest: PathRun)] = []
        for number in order {
            let directory = directories[number]
            while let last = open.last, !directory.hasPrefix(last.directory) {
                try body(last.rest)
                open.removeLast()
            }
            if let last = open.last {
                let (before, behind) = last.rest.divided(before: directory)
                try body(before)
                open[open.count - 1].rest = behind
            }
            if let paths = queue.nextDirectory() { open.append((directory, paths)) }
        }
        while let last = open.popLast() { try body(last.rest) }
    }

    /// The numbers of the directories in the order of their paths.
    private static func order(of directories: [PathReference]) -> [Int] {
        var keys = directories.enumerated().map { PathSortKey($1, number: $0) }
        PathSorter.sort(&keys)
        return keys.map(\.number)
    }

    /// Divides the directories into what is sorted in one go.
    private func sortings(
        _ directories: [PathReference], _ order: [Int], _ ordinary: OrdinaryFiles?
    ) -> [PathSorting] {
        var sortings = [PathSorting(ordinary)]
        for number in order {
            if let last = sortings.last, last.count >= PathSorting.ordinaryCount {
                sortings.append(PathSorting(ordinary))
            }
            sortings.last?.append(directories[number], state.names[number])
        }
        return sortings
    }
}
