/// Hands paths from the thread that reads them to the one that takes them in, a batch at a time.
///
/// Memory is bounded: a writer that is ahead waits. Batches that the reader gives back are filled again.
final class PathPipe {
    /// How many full batches may wait.
    private static let waitingLimit = 4

    private let monitor = Monitor()
    private var full: [PathBatch] = []
    private var empty: [PathBatch] = []
    private var isClosed = false
    private var isAbandoned = false
    /// What is being filled. Belongs to the writer.
    private var current = PathBatch()

    /// Adds a path.
    ///
    /// - Throws: ``ArtifactError`` once nobody reads any more.
    @inline(__always)
    func append(_ path: Span<UInt8>, _ file: LayoutFile) throws(ArtifactError) {
        if current.append(path, file) { return }
        try handOver()
        _ = current.append(path, file)
    }

    /// Says that no more paths follow.
    func close() {
        monitor.change {
            if current.count > 0 { full.append(current) }
            isClosed = true
        }
    }

    /// Waits for the next batch; nil at the end.
    func next() -> PathBatch? {
        guard monitor.whenever({ !full.isEmpty || isClosed }, { !full.isEmpty }) else { return nil }
        var batch: PathBatch?
        monitor.change { batch = full.removeFirst() }
        return batch
    }

    /// Gives a batch back that is not needed any more.
    func recycle(_ batch: PathBatch) {
        batch.removeAll()
        monitor.change { empty.append(batch) }
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }

    private func handOver() throws(ArtifactError) {
        let isRead = monitor.whenever({ full.count < Self.waitingLimit || isAbandoned }) { !isAbandoned }
        guard isRead else { throw ArtifactError(.readFailed, "reading was given up") }
        monitor.change {
            full.append(current)
            current = empty.popLast() ?? PathBatch()
        }
    }
}
