import CKernels

/// Puts paths, each with what is known of it, into byte order in bounded memory: runs of them are sorted and put away, and merged
/// when they are read.
///
/// Source: D. E. Knuth, "The Art of Computer Programming", volume 3, 5.4.1.
final class RecordSorter {
    /// The memory that the paths of a run take, in bytes.
    private let runSize: Int
    private let bytes: SpilledBytes
    private var runs: [Range<Int64>] = []
    /// The paths of the run. In the place of a size stands where in `contents` what is known of each begins.
    private let batch: PathBatch
    private var contents: [UInt8] = []
    private let room = PathSortRoom()
    private var writer = SpilledRecordWriter()

    /// How many paths ahead memory is asked for.
    private static let lead = 8

    /// - Parameters:
    ///   - runSize: the memory that a run takes, in bytes.
    ///   - memoryLimit: what is sorted stays in memory up to this size, in bytes.
    init(runSize: Int = 16 << 20, memoryLimit: Int = 16 << 20) {
        self.runSize = runSize
        bytes = SpilledBytes(memoryLimit: memoryLimit)
        batch = PathBatch(capacity: runSize)
    }

    /// Takes in a path.
    ///
    /// - Parameter content: adds what is known of it.
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    @inline(__always)
    func append(_ path: Span<UInt8>, _ content: (inout [UInt8]) -> Void) throws(ArtifactError) {
        if contents.count >= runSize || !batch.append(path, LayoutFile(.file, size: Int64(contents.count))) {
            try endRun()
            _ = batch.append(path, LayoutFile(.file, size: 0))
        }
        let start = contents.count
        SpilledNumber.write(count: 0, to: &contents)
        content(&contents)
        SpilledNumber.replace(count: contents.count - start - 4, at: start, in: &contents)
    }

    /// The records in order. Nothing can be taken in afterwards.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func finish() throws(ArtifactError) -> SortedSpill {
        try endRun()
        return SortedSpill(bytes, runs: runs)
    }

    private func endRun() throws(ArtifactError) {
        guard batch.count > 0 else { return }
        let start = bytes.count
        room.keys.removeAll(keepingCapacity: true)
        batch.forEach { room.keys.append(PathSortKey($0, number: room.keys.count)) }
        PathSorter.sort(&room.keys, in: room)
        try write(room.keys, contents)
        runs.append(start..<bytes.count)
        batch.removeAll()
        contents.removeAll(keepingCapacity: true)
    }

    private func write(_ keys: [PathSortKey], _ contents: [UInt8]) throws(ArtifactError) {
        writer.begin()
        for index in keys.indices {
            Self.prefetch(keys, index + Self.lead, contents.span)
            let start = Int(keys[index].path.size ?? 0)
            let content = start + 4..<start + 4 + SpilledNumber.count(contents.span, at: start)
            writer.append(unsafe keys[index].path.bytes.span) {
                SpilledNumber.write(contents.span.extracting(content), to: &$0)
            }
            if writer.bytes.count >= 1 << 20 { try flush() }
        }
        try flush()
    }

    /// Has a path brought from where it stands, all over memory, and what is known of one that has been.
    @inline(__always)
    private static func prefetch(_ keys: [PathSortKey], _ index: Int, _ contents: Span<UInt8>) {
        guard index < keys.count else { return }
        if index + lead < keys.count { keys[index + lead].path.prefetch() }
        guard let start = keys[index].path.size else { return }
        unsafe contents.withUnsafeBufferPointer { unsafe optml_prefetch($0.baseAddress.map { unsafe $0 + Int(start) }) }
    }

    private func flush() throws(ArtifactError) {
        try bytes.append(writer.bytes)
        writer.bytes.removeAll(keepingCapacity: true)
    }
}
