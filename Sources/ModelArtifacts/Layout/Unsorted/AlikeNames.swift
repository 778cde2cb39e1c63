/// The names of a listing that may be taken for one another, as their hashes tell: equal ones, those that differ by case, those
/// of a file and a directory.
struct AlikeNames {
    /// As far as they are known.
    private var hashes: Set<UInt64> = []
    /// Where these names are that are not kept anywhere.
    private(set) var slices: Set<Int> = []

    init() {}

    /// Looks for hashes that are there more than once.
    ///
    /// - Parameters:
    ///   - gathered: what threads have gathered.
    ///   - jobs: how many threads look, this one among them.
    init(among gathered: [NameHashes], jobs: Int) {
        let tables = Lock<[NameHashTable]>([])
        let work = WorkAhead(count: NameHash.groupCount, jobs: jobs) { group in
            let table = tables.withLock { $0.popLast() } ?? NameHashTable()
            defer { tables.withLock { $0.append(table) } }
            return table.findAlike(inGroup: group, of: gathered)
        }
        defer { work.stop() }
        while let alike = work.next() {
            hashes.formUnion(alike.hashes)
            slices.formUnion(alike.slices)
        }
    }

    /// Notes two names of the same hash. There is nothing to note if both are kept.
    mutating func note(_ name: NameHash, _ other: NameHash, inGroup group: Int) {
        let (slice, otherSlice) = (name.slice, other.slice)
        guard slice != nil || otherSlice != nil else { return }
        hashes.insert(name.known(in: group))
        if let slice { slices.insert(slice) }
        if let otherSlice { slices.insert(otherSlice) }
    }

    /// Whether there may be another name like that of a hash.
    func contains(_ hash: UInt64) -> Bool { hashes.contains(NameHash.known(of: hash)) }
}
