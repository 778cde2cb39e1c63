/// Puts paths into batches and hands over those that are full.
struct PathWriter {
    private let pool: PathBatchPool
    private let pipe: Pipe<PathBatch>
    private var batch: PathBatch

    /// - Parameters:
    ///   - pool: what batches come from.
    ///   - pipe: takes them.
    init(_ pool: PathBatchPool, _ pipe: Pipe<PathBatch>) {
        self.pool = pool
        self.pipe = pipe
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
        try pipe.append(batch)
        batch = pool.take()
    }
}
