/// Paths that a thread of its own reads ahead, so that a listing is parsed while what it holds is laid out.
final class PathReadAhead: PathSource {
    private let ordinary: OrdinaryNames?
    private let pool: PathBatchPool
    private let batches: ReadAhead<PathBatch>

    /// Starts to read.
    ///
    /// - Parameters:
    ///   - ordinary: which files make runs, which are looked for on the caller's thread; nil if these are not
    ///     wanted.
    ///   - source: reads paths and writes them, on another thread, and passes on the errors of both.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(
        _ ordinary: OrdinaryNames? = nil,
        _ source: @escaping @Sendable (inout PathWriter) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        let pool = PathBatchPool()
        self.ordinary = ordinary
        self.pool = pool
        batches = try ReadAhead { pipe throws(ArtifactError) in
            var writer = PathWriter(pool, pipe)
            try source(&writer)
            try writer.flush()
        }
    }

    func next() throws(ArtifactError) -> PathRun? { try batches.next().map { PathRun($0, ordinary) } }

    func recycle(_ paths: PathRun) { pool.give(paths.batch) }

    func stop() { batches.stop() }
}
