/// Writes paths that follow each other, each with what is known of it, to be put away.
///
/// A record is how many bytes follow, in four bytes; how many bytes the path has in common with the one before, how many others, and
/// these; and what is known of it.
struct SpilledRecordWriter {
    /// The records so far.
    var bytes: [UInt8] = []
    /// The path of the last record, and how many bytes of it the one before has too.
    private var path: [UInt8] = []
    private var shared = 0

    /// Adds a record.
    ///
    /// - Parameter content: adds what is known of the path.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ content: (inout [UInt8]) -> Void) {
        shared = ByteScan.commonPrefix(self.path.span, path)
        write(path, content)
        self.path.removeLast(self.path.count - shared)
        SpilledNumber.write(path.extracting(shared..<path.count), to: &self.path)
    }

    /// Puts another record of the same path in the place of the last one.
    ///
    /// - Parameter start: where that begins.
    mutating func replaceLast(from start: Int, _ path: Span<UInt8>, _ content: (inout [UInt8]) -> Void) {
        bytes.removeSubrange(start...)
        write(path, content)
    }

    /// Makes the next record one that does without those before.
    mutating func begin() { path.removeAll(keepingCapacity: true) }

    @inline(__always)
    private mutating func write(_ path: Span<UInt8>, _ content: (inout [UInt8]) -> Void) {
        let start = bytes.count
        SpilledNumber.write(count: 0, to: &bytes)
        SpilledNumber.write(UInt64(shared), to: &bytes)
        SpilledNumber.write(UInt64(path.count - shared), to: &bytes)
        SpilledNumber.write(path.extracting(shared..<path.count), to: &bytes)
        content(&bytes)
        SpilledNumber.replace(count: bytes.count - start - 4, at: start, in: &bytes)
    }
}
