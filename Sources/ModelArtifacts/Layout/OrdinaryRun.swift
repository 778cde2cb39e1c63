/// Files that follow each other in byte order and have, with the directories that begin with them, no name that any check wants
/// to see (``OrdinaryNames``).
///
/// None of them is in a directory that has the path of a file: that takes a path which differs from the one before first by a
/// slash, and such a path is in no run.
struct OrdinaryRun {
    /// The first of them; another path comes before it.
    let start: PathReference
    /// What comes behind the last of them.
    private(set) var end: PathReference
    private(set) var last: PathReference
    private(set) var count = 0
    /// The number of directories that begin with them.
    private(set) var directories = 0
    /// The least number of bytes that one of them has in common with the path before it.
    private(set) var shared: Int
    /// The lengths of the names that are theirs and not those of the path before, modulo 64, as a set of bits.
    private(set) var lengths: UInt64 = 0
    /// Whether one of these has capitals or bytes beyond ASCII.
    private(set) var areFolded = false
    /// The sum of the known sizes.
    private(set) var bytes: Int64 = 0
    /// The number of files whose size is not known.
    private(set) var unknownSizes = 0

    init(at start: PathReference) {
        self.start = start
        end = start
        last = start
        shared = .max
    }

    /// Calls `body` with each path.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (PathReference) throws(Failure) -> Void) throws(Failure) {
        var path = start
        while path != end {
            let next = path.next
            try body(path)
            path = next
        }
    }

    /// Takes in a file.
    ///
    /// - Parameters:
    ///   - shared: how many bytes it has in common with the path before it.
    ///   - names: those that the path before does not have.
    /// - Returns: whether a number can hold the sum of the sizes; otherwise the file is not taken in.
    @inline(__always)
    mutating func append(_ path: PathReference, shared: Int, _ names: OrdinaryNames.Names, size: Int64?) -> Bool {
        if let size {
            let (sum, overflow) = bytes.addingReportingOverflow(size)
            if overflow { return false }
            bytes = sum
        } else {
            unknownSizes += 1
        }
        (last, end) = (path, path.next)
        count += 1
        directories += names.directories
        self.shared = min(self.shared, shared)
        lengths |= names.lengths
        areFolded = areFolded || names.areFolded
        return true
    }
}
