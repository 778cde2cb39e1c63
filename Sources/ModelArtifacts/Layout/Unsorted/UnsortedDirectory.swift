/// What several threads have gathered of a directory.
struct UnsortedDirectory {
    /// Ends with a slash unless it is empty.
    let path: PathReference
    /// The number of names that are kept.
    private(set) var count = 0
    /// The bytes that these take up with their records.
    private(set) var byteCount = 0
    /// The number of ordinary files of which no names are kept.
    private(set) var ordinaryCount = 0
    /// The name of one of them.
    private(set) var example: PathReference?
    private var names: [DirectoryNames] = []

    /// - Parameter path: has to stay where it is, as has what is added.
    init(_ path: PathReference) { self.path = path }

    /// Adds what one thread has gathered.
    mutating func append(_ gathered: PathGatherer.Directory) {
        count += gathered.names.count
        byteCount += gathered.names.byteCount
        ordinaryCount += gathered.ordinaryCount
        example = example ?? gathered.example
        if gathered.names.count > 0 { names.append(gathered.names) }
    }

    /// Calls `body` with each name that is kept, in the order in which they were added.
    @inline(__always)
    func forEach(_ body: (PathReference) -> Void) { for names in names { names.forEach(body) } }
}
