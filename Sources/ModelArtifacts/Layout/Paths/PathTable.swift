/// Paths with what is known of them, for sources that do not come in byte order.
///
/// An entry costs its name and about 64 bytes. Names stay where they are: only references are moved when they are sorted.
package struct PathTable {
    private var batches: [PathBatch] = []
    private var order: [PathReference] = []

    package init() {}

    /// The number of paths.
    package private(set) var count = 0

    /// Adds a path. Equal paths stay in the order in which they were added.
    package mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) {
        count += 1
        if let batch = batches.last, batch.append(path, file) { return }
        let batch = PathBatch()
        _ = batch.append(path, file)
        batches.append(batch)
    }

    /// Puts the paths into byte order.
    package mutating func sort() {
        batches = stride(from: 0, to: batches.count, by: PathBatch.sortedTogether).map { start in
            PathBatch.sorted(batches[start..<min(start + PathBatch.sortedTogether, batches.count)])
        }
        order.removeAll()
        order.reserveCapacity(count)
        var merger = PathMerger(batches)
        while let path = merger.next() { order.append(path) }
    }

    /// Whether the table, which must be sorted, holds a path.
    package func contains(_ path: ByteString) -> Bool { file(at: path) != nil }

    /// What the table, which must be sorted, knows of a path. Of equal paths it is the one that was added last.
    package func file(at path: ByteString) -> LayoutFile? {
        let index = firstIndex { $0.precedes(path.bytes) || $0.equals(path.bytes) } - 1
        guard index >= 0, order[index].equals(path.bytes) else { return nil }
        return order[index].file
    }

    /// Whether the table, which must be sorted, holds a path more than once.
    package func isRepeated(_ path: ByteString) -> Bool {
        let index = firstIndex { $0.precedes(path.bytes) || $0.equals(path.bytes) } - 1
        return index >= 1 && order[index].equals(path.bytes) && order[index - 1].equals(path.bytes)
    }

    /// Whether the table, which must be sorted, holds a directory of this path or something below it.
    package func containsDirectory(_ path: ByteString) -> Bool {
        guard !path.isEmpty else { return true }
        let start = path.bytes + [UInt8(ascii: "/")]
        let index = firstIndex { $0.precedes(start) }
        return index < order.count && order[index].starts(with: start)
    }

    /// The first index whose path does not come before what is sought.
    private func firstIndex(where precedes: (PathReference) -> Bool) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(order[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Calls `body` with each path in byte order; the table must be sorted, and paths are valid only during the call.
    package func forEach<Failure: Error>(_ body: (Span<UInt8>, LayoutFile) throws(Failure) -> Void) throws(Failure) {
        for path in order { try body(unsafe path.bytes.span, path.file) }
    }
}
