/// Paths in any order, which are put into byte order directory by directory.
///
/// Those of one directory have its path in common, so that only their names are kept and compared, and mostly these are few
/// enough for a cache. Several threads sort, ahead of the one that takes the paths in.
final class UnsortedPaths {
    private let gatherers: [PathGatherer]

    /// - Parameter gatherers: what threads have gathered. Of equal paths those of the first one come first.
    init(_ gatherers: [PathGatherer]) { self.gatherers = gatherers }

    /// Which ordinary files may be like other files or directories, if only hashes of their names were gathered.
    ///
    /// - Parameter jobs: how many threads look, this one among them.
    func alikeNames(jobs: Int) -> AlikeNames {
        AlikeNames(among: gatherers.map(\.hashes) + [directoryHashes()], jobs: jobs)
    }

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
        for directory in directories {
            while let last = open.last, !directory.path.hasPrefix(last.directory) {
                try body(last.rest)
                pool.give(last.rest.batch)
                open.removeLast()
            }
            if let last = open.last {
                let (before, behind) = last.rest.divided(before: directory.path)
                try body(before)
                open[open.count - 1].rest = behind
            }
            if ready.isEmpty { ready = sorted.next()?.reversed() ?? [] }
            if let paths = ready.popLast() { open.append((directory.path, paths)) }
        }
        while let last = open.popLast() { try body(last.rest) }
    }

    /// The directories in the order of their paths.
    private func directories() -> [UnsortedDirectory] {
        var directories: [UnsortedDirectory] = []
        var table = DirectoryTable()
        for gatherer in gatherers {
            for (path, gathered) in gatherer.directories {
                let number = unsafe table.number(of: path.bytes.span)
                if number == directories.count { directories.append(UnsortedDirectory(path)) }
                directories[number].append(gathered)
            }
        }
        var keys = directories.enumerated().map { PathSortKey($1.path, number: $0) }
        PathSorter.sort(&keys)
        return keys.map { directories[$0.number] }
    }

    /// The hashes of the names of directories, in which files lie or other directories.
    private func directoryHashes() -> NameHashes {
        let hashes = NameHashes()
        var table = DirectoryTable()
        var count = 0
        for gatherer in gatherers {
            for (reference, _) in gatherer.directories {
                var path = unsafe reference.bytes.span
                while !path.isEmpty, table.number(of: path) == count {
                    count += 1
                    let withoutSlash = path.extracting(0..<path.count - 1)
                    let start = ByteScan.endOfLastSlash(in: withoutSlash)
                    path = withoutSlash.extracting(0..<start)
                    let name = withoutSlash.extracting(start..<withoutSlash.count)
                    let seed = KeyedHash.hash(of: path)
                    if let hash = SiblingNames.hash(ofPlainNameLike: name, from: seed) {
                        hashes.append(hash, slice: nil)
                    }
                }
            }
        }
        return hashes
    }

    /// Divides the directories into what is sorted in one go.
    private static func sortings(
        _ directories: [UnsortedDirectory], _ pool: PathBatchPool, _ ordinary: OrdinaryFiles?
    ) -> [PathSorting] {
        var sortings: [PathSorting] = []
        for directory in directories {
            if sortings.last.map({ $0.count >= PathSorting.ordinaryCount }) ?? true {
                sortings.append(PathSorting(pool, ordinary))
            }
            sortings[sortings.count - 1].append(directory)
        }
        return sortings
    }
}
