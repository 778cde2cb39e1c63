/// Puts paths into batches and hands over those that are full.
struct PathWriter {
    private let pool: PathBatchPool
    private let handOver: (PathBatch) -> Bool
    private var batch: PathBatch

    /// - Parameters:
    ///   - pool: what batches come from.
    ///   - handOver: takes a batch; returns false once nobody wants any more.
    init(_ pool: PathBatchPool, _ handOver: @escaping (PathBatch) -> Bool) {
        self.pool = pool
        self.handOver = handOver
        batch = pool.take()
    }

    /// Adds a path.
    ///
    /// - Throws: ``ArtifactError`` once nobody takes them in any more, who does not need to be told.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) throws(ArtifactError) {
        if batch.append(path, file) { return }
        try flush()
        _ = batch.append(path, file)
    }

    /// Hands over what was added last.
    mutating func flush() throws(ArtifactError) {
        guard handOver(batch) else { throw ArtifactError(.readFailed, "reading was given up") }
        batch = pool.take()
    }
}
