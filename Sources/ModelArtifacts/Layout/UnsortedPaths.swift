/// Paths in any order, which are put into byte order directory by directory.
///
/// Those of one directory have its path in common, so that only their names are kept and compared, and mostly these are few
/// enough for a cache. Several threads sort, ahead of the one that takes the paths in.
final class UnsortedPaths {
    /// What one thread gathers.
    @safe final class Part {
        /// What changes with every path.
        private struct State {
            let arena = PathArena()
            var directories = DirectoryTable()
            /// The names in each directory, by its number.
            var names: [DirectoryNames] = []

            @inline(__always)
            mutating func append(_ path: Span<UInt8>, _ file: consuming LayoutFile) {
                let end = ByteScan.endOfLastSlash(in: path)
                let number = directories.number(of: path.extracting(0..<end))
                if number == names.count { names.append(DirectoryNames()) }
                names[number].append(path.extracting(end..<path.count), file, in: arena)
            }

            mutating func append(_ batch: PathBatch) {
                batch.forEach { path in append(unsafe path.bytes.span, path.file) }
            }
        }

        /// Behind a pointer, since a variable of the part itself would be checked for exclusive access with every path.
        private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

        init() { unsafe state.initialize(to: State()) }

        deinit {
            for names in unsafe state.pointee.names { names.deinitialize() }
            unsafe state.deinitialize(count: 1)
            unsafe state.deallocate()
        }

        /// The directories, each ending with a slash unless it is empty, with the names in them. They stay as long as this part.
        var directories: some Sequence<(PathReference, DirectoryNames)> {
            unsafe zip(state.pointee.directories.paths, state.pointee.names)
        }

        @inline(__always)
        func append(_ path: Span<UInt8>, _ file: consuming LayoutFile) { unsafe state.pointee.append(path, file) }
        func append(_ batch: PathBatch) { unsafe state.pointee.append(batch) }
    }

    private var parts: [Part] = []

    /// Adds paths. Equal ones stay in the order in which they were added.
    func append(_ batch: PathBatch) {
        if parts.isEmpty { parts.append(Part()) }
        parts[parts.count - 1].append(batch)
    }

    /// Adds what another thread has gathered. Equal paths stay in the order in which parts were added.
    func append(_ part: Part) { parts.append(part) }

    /// Calls `body` with all paths, one run after another, in byte order.
    ///
    /// - Parameters:
    ///   - jobs: how many threads sort, this one among them.
    ///   - ordinary: which files make runs of siblings; nil if these are not wanted.
    func forEachRun<Failure: Error>(
        jobs: Int, _ ordinary: OrdinaryFiles? = nil, _ body: (PathRun) throws(Failure) -> Void
    ) throws(Failure) {
        let directories = directories()
        let pool = PathBatchPool()
        let sortings = Self.sortings(directories, pool, ordinary)
        let rooms = Lock<[PathSortRoom]>([])
        let sorted = WorkAhead(count: sortings.count, jobs: jobs) { number in
            let room = rooms.withLock { $0.popLast() } ?? PathSortRoom()
            defer { rooms.withLock { $0.append(room) } }
            return sortings[number].sorted(in: room)
        }
        defer { sorted.stop() }
        // The paths of the next directories, the first of them last.
        var ready: [PathRun] = []
        // The directories whose paths are not through, each of them in the one before.
        var open: [(directory: PathReference, rest: PathRun)] = []
        for (directory, _) in directories {
            while let last = open.last, !directory.hasPrefix(last.directory) {
                try body(last.rest)
                pool.give(last.rest.batch)
                open.removeLast()
            }
            if let last = open.last {
                let (before, behind) = last.rest.divided(before: directory)
                try body(before)
                open[open.count - 1].rest = behind
            }
            if ready.isEmpty { ready = sorted.next()?.reversed() ?? [] }
            if let paths = ready.popLast() { open.append((directory, paths)) }
        }
        while let last = open.popLast() { try body(last.rest) }
    }

    /// The directories in the order of their paths, each with the names in it that the parts have.
    private func directories() -> [(path: PathReference, names: [DirectoryNames])] {
        var paths: [PathReference] = []
        var names: [[DirectoryNames]] = []
        var table = DirectoryTable()
        for part in parts {
            for (path, namesOfPart) in part.directories {
                let number = unsafe table.number(of: path.bytes.span)
                if number == names.count {
                    paths.append(path)
                    names.append([])
                }
                names[number].append(namesOfPart)
            }
        }
        var keys = paths.enumerated().map { PathSortKey($1, number: $0) }
        PathSorter.sort(&keys)
        return keys.map { ($0.path, names[$0.number]) }
    }

    /// Divides the directories into what is sorted in one go.
    private static func sortings(
        _ directories: [(path: PathReference, names: [DirectoryNames])], _ pool: PathBatchPool,
        _ ordinary: OrdinaryFiles?
    ) -> [PathSorting] {
        var sortings: [PathSorting] = []
        for (path, names) in directories {
            if sortings.last.map({ $0.count >= PathSorting.ordinaryCount }) ?? true {
                sortings.append(PathSorting(pool, ordinary))
            }
            sortings[sortings.count - 1].append(path, names)
        }
        return sortings
    }
}
