/// What several threads have gathered of a directory.
struct UnsortedDirectory {
    /// Ends with a slash unless it is empty.
    let path: PathReference
    private var parts: [PathGatherer.Directory] = []

    /// - Parameter path: has to stay where it is, as has what is added.
    init(_ path: PathReference) { self.path = path }

    mutating func append(_ part: PathGatherer.Directory) { parts.append(part) }

    /// The number of names that are kept.
    var count: Int { parts.reduce(0) { $0 + $1.names.count } }
    /// The bytes that these take up with their records.
    var byteCount: Int { parts.reduce(0) { $0 + $1.names.byteCount } }
    /// The number of ordinary files of which no names are kept.
    var ordinaryCount: Int { parts.reduce(0) { $0 + $1.ordinaryCount } }
    /// One of these.
    var example: PathReference? { parts.lazy.compactMap(\.example).first }

    /// Calls `body` with each name that is kept, in the order in which they were added.
    @inline(__always)
    func forEach(_ body: (PathReference) -> Void) { for part in parts { part.names.forEach(body) } }
}
