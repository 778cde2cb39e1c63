/// Paths in any order: those that are kept are put into byte order, the others are counted.
///
/// The kept ones are divided among many ranges of paths, each small enough for a cache, and several threads sort these ahead of the
/// one that takes the paths in.
final class UnsortedPaths {
    private let gatherers: [PathGatherer]

    /// - Parameter gatherers: what threads have gathered. Of equal paths those of the first one come first.
    init(_ gatherers: [PathGatherer]) { self.gatherers = gatherers }

    /// Which of the counted files may be like other files or directories.
    ///
    /// - Parameter jobs: how many threads look, this one among them.
    func alikeNames(jobs: Int) -> AlikeNames {
        AlikeNames(among: gatherers.map(\.hashes), lookalikes: lookalikeDirectories(), jobs: jobs)
    }

    /// What is counted, after those of `alike` have been kept.
    func count(without alike: AlikeNames) -> OrdinaryCount {
        let released = gatherers.reduce(into: Set<UInt64>()) { $0.formUnion($1.released) }
        return OrdinaryCount(
            files: gatherers.reduce(0) { $0 + $1.files },
            directories: alike.directories - released.count + keptBefore(released).count)
    }

    /// The hashes of names that several directories have, which differ by case or in bytes.
    private func lookalikeDirectories() -> Set<UInt64> {
        var lookalikes: Set<UInt64> = []
        var paths: [UInt64: UInt64] = [:]
        paths.reserveCapacity(gatherers.reduce(0) { $0 + $1.foldedDirectories.count })
        for gatherer in gatherers {
            for directory in gatherer.foldedDirectories {
                if paths.updateValue(directory.path, forKey: directory.name) ?? directory.path != directory.path {
                    lookalikes.insert(NameHash.known(of: directory.name))
                }
            }
        }
        return lookalikes
    }

    /// Those of some directories in which a path was kept from the first.
    private func keptBefore(_ directories: Set<UInt64>) -> Set<UInt64> {
        var kept: Set<UInt64> = []
        for group in Set(directories.map(NameHash.group)) {
            for gatherer in gatherers {
                gatherer.hashes.forEach(inGroup: group) { hash in
                    guard hash.isDirectory, hash.isKept, case let known = hash.known(in: group),
                        directories.contains(known)
                    else { return }
                    kept.insert(known)
                }
            }
        }
        return kept
    }

    /// Calls `body` with all paths that are kept, one run after another, in byte order, equal ones in the order in which they were
    /// gathered.
    ///
    /// - Parameters:
    ///   - jobs: how many threads sort, this one among them.
    ///   - ordinary: which files make runs; nil if these are not wanted.
    func forEachRun<Failure: Error>(
        jobs: Int, _ ordinary: OrdinaryNames? = nil, _ body: (PathRun) throws(Failure) -> Void
    ) throws(Failure) {
        let ranges = Frozen(PathRanges(gatherers.flatMap(\.kept), jobs: jobs))
        let pool = PathBatchPool()
        let rooms = Lock<[PathSortRoom]>([])
        let sorted = WorkAhead(count: ranges.value.count, jobs: jobs) { number in
            let room = rooms.withLock { $0.popLast() } ?? PathSortRoom()
            defer { rooms.withLock { $0.append(room) } }
            return PathRun(ranges.value.sorted(number, in: room, pool), ordinary)
        }
        defer { sorted.stop() }
        while let run = sorted.next() {
            try body(run)
            pool.give(run.batch)
        }
    }
}
