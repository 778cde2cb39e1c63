/// Hands paths from the thread that reads them to the one that takes them in, a batch at a time.
///
/// Memory is bounded: a writer that is ahead waits. Batches that the reader gives back are filled again.
final class PathPipe {
    /// How many full batches may wait.
    private static let waitingLimit = 4

    /// What batches come from and are given back to.
    let pool: PathBatchPool
    private let monitor = Monitor()
    private var full: [PathBatch] = []
    private var isClosed = false
    private var isAbandoned = false

    init(_ pool: PathBatchPool) {
        self.pool = pool
    }

    /// Hands a batch over, as soon as there is room for it.
    ///
    /// - Returns: false once nobody reads any more.
    func handOver(_ batch: PathBatch) -> Bool {
        guard monitor.whenever({ full.count < Self.waitingLimit || isAbandoned }, { !isAbandoned }) else {
            return false
        }
        monitor.change { full.append(batch) }
        return true
    }

    /// Says that no more batches follow.
    func close() { monitor.change { isClosed = true } }

    /// Waits for the next batch; nil at the end.
    func next() -> PathBatch? {
        guard monitor.whenever({ !full.isEmpty || isClosed }, { !full.isEmpty }) else { return nil }
        var batch: PathBatch?
        monitor.change { batch = full.removeFirst() }
        return batch
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }
}
