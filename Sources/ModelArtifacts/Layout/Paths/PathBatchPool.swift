/// Batches of paths that are used again, so that their memory stays where processors have it already.
final class PathBatchPool: Sendable {
    private let unused = Lock<[PathBatch]>([])

    /// An empty batch of the ordinary size or more.
    func take() -> PathBatch { unused.withLock { $0.popLast() } ?? PathBatch() }

    /// An empty batch.
    ///
    /// - Parameter capacity: the room that it has at least for paths and their records, in bytes.
    func take(capacity: Int) -> PathBatch {
        guard let batch = unused.withLock({ $0.popLast() }) else { return PathBatch(capacity: capacity) }
        batch.reserve(capacity)
        return batch
    }

    /// Gives a batch back that is not needed any more.
    func give(_ batch: PathBatch) {
        batch.removeAll()
        unused.withLock { $0.append(batch) }
    }
}
