/// The names of a listing that may be taken for one another, as their hashes tell: equal ones of files, those that differ by case,
/// those of a file and a directory.
struct AlikeNames {
    /// As far as they are known.
    private var hashes: Set<UInt64> = []
    /// Where those are that are counted only.
    private(set) var slices: Set<Int> = []
    /// Whether directories are among them.
    private(set) var hasDirectories = false
    /// How many directories there are in which nothing is kept.
    var directories = 0

    init() {}

    /// Looks for hashes that are there more than once.
    ///
    /// - Parameters:
    ///   - gathered: what threads have gathered.
    ///   - lookalikes: hashes of directories that may be taken for others.
    ///   - jobs: how many threads look, this one among them.
    init(among gathered: [NameHashes], lookalikes: Set<UInt64> = [], jobs: Int) {
        let tables = Lock<[NameHashTable]>([])
        let gathered = Frozen(gathered)
        let work = WorkAhead(count: NameHash.groupCount, jobs: jobs) { group in
            let table = tables.withLock { $0.popLast() } ?? NameHashTable()
            defer { tables.withLock { $0.append(table) } }
            return table.findAlike(inGroup: group, of: gathered.value, besides: lookalikes)
        }
        defer { work.stop() }
        while let alike = work.next() {
            hashes.formUnion(alike.hashes)
            slices.formUnion(alike.slices)
            hasDirectories = hasDirectories || alike.hasDirectories
            directories += alike.directories
        }
    }

    /// Notes a name that is counted only.
    mutating func note(_ name: NameHash, inGroup group: Int) {
        guard let slice = name.slice else { return }
        hashes.insert(name.known(in: group))
        slices.insert(slice)
        hasDirectories = hasDirectories || name.isDirectory
    }

    /// Whether there may be another name like that of a hash.
    func contains(_ hash: UInt64) -> Bool { hashes.contains(NameHash.known(of: hash)) }
}
