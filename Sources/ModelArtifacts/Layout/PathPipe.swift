/// Hands paths from the thread that reads them to the one that takes them in, a batch at a time.
///
/// Memory is bounded: a writer that is ahead waits. Batches that the reader gives back are filled again.
final class PathPipe {
    /// How many full batches may wait.
    private static let waitingLimit = 4

    private let ordinary: OrdinaryFiles?
    private let monitor = Monitor()
    private var full: [PathBatch] = []
    private var empty: [PathBatch] = []
    private var isClosed = false
    private var isAbandoned = false

    /// - Parameter ordinary: which files make the runs of the batches; nil if these are not wanted.
    init(_ ordinary: OrdinaryFiles?) {
        self.ordinary = ordinary
    }

    /// An empty batch.
    func makeBatch() -> PathBatch { PathBatch(ordinary) }

    /// Hands a batch over.
    ///
    /// - Returns: an empty one, as soon as there is room for it; nil once nobody reads any more.
    func handOver(_ batch: PathBatch) -> PathBatch? {
        guard monitor.whenever({ full.count < Self.waitingLimit || isAbandoned }, { !isAbandoned }) else { return nil }
        var next: PathBatch?
        monitor.change {
            full.append(batch)
            next = empty.popLast()
        }
        return next ?? makeBatch()
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

    /// Gives a batch back that is not needed any more.
    func recycle(_ batch: PathBatch) {
        batch.removeAll()
        monitor.change { empty.append(batch) }
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }
}
