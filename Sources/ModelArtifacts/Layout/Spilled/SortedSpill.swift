/// Records that were put into order, to be read as often as they are wanted.
final class SortedSpill: Sendable {
    /// How much memory the buffers of all runs take together, and that of one at least and at most, in bytes.
    private static let bufferSizes = (all: 16 << 20, smallest: 16 << 10, largest: 256 << 10)

    private let bytes: SpilledBytes
    private let runs: [Range<Int64>]

    /// - Parameter runs: where the sorted runs stand, in the order in which their records came.
    init(_ bytes: SpilledBytes, runs: [Range<Int64>]) {
        self.bytes = bytes
        self.runs = runs
    }

    /// The records in the byte order of their paths, equal ones in the order in which they came.
    func records() -> SortedRecords {
        let sizes = Self.bufferSizes
        let size = max(sizes.smallest, min(sizes.largest, sizes.all / max(1, runs.count)))
        return SortedRecords(runs.map { SpilledRecords(bytes, $0, bufferSize: size) })
    }
}
