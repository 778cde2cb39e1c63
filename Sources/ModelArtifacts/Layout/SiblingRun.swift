/// Files that follow each other in one directory, of which no check wants to see more than how long their names are; or such
/// files of a directory of which no check wants to see even that, and nobody has kept their paths.
struct SiblingRun {
    /// The first of them, or where it would be; another path of the same directory comes before it.
    let start: PathReference
    /// What comes behind the last of them.
    private(set) var end: PathReference
    private(set) var last: PathReference
    private(set) var count = 0
    /// The least number of bytes that one of them has in common with the path before it.
    private(set) var shared: Int
    /// The lengths of their names, modulo 64, as a set of bits.
    private(set) var lengths: UInt64 = 0
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

    /// Files of unknown sizes whose paths are not there, and their number.
    ///
    /// - Parameter path: another path of their directory.
    init(_ count: Int, behind path: PathReference) {
        self.init(at: path.next)
        last = path
        self.count = count
        unknownSizes = count
    }

    /// Whether their paths are there.
    var hasPaths: Bool { start != end }

    /// Takes in a file.
    ///
    /// - Parameters:
    ///   - shared: how many bytes it has in common with the path before it.
    ///   - length: that of its name.
    /// - Returns: whether a number can hold the sum of the sizes; otherwise the file is not taken in.
    @inline(__always)
    mutating func append(_ path: PathReference, shared: Int, length: Int, size: Int64?) -> Bool {
        guard let size else {
            append(path, shared: shared, length: length)
            return true
        }
        let (sum, overflow) = bytes.addingReportingOverflow(size)
        if overflow { return false }
        append(path, shared: shared, length: length)
        bytes = sum
        unknownSizes -= 1
        return true
    }

    /// Takes in a file of unknown size.
    @inline(__always)
    mutating func append(_ path: PathReference, shared: Int, length: Int) {
        (last, end) = (path, path.next)
        count += 1
        unknownSizes += 1
        self.shared = min(self.shared, shared)
        lengths |= 1 &<< UInt64(length)
    }
}
