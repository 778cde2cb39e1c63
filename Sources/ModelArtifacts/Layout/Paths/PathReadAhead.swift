/// Paths that a thread of its own reads ahead, so that a listing is parsed while what it holds is laid out.
final class PathReadAhead: PathSource {
    /// Reads paths and writes them, and passes on the errors of both.
    typealias Source = (inout PathWriter) throws(ArtifactError) -> Void

    /// What the thread works with, which must not keep its owner alive.
    private final class Reader {
        let pipe = PathPipe(PathBatchPool())
        let source: Source
        /// Why reading failed. Belongs to the thread until the pipe is closed.
        var failure: ArtifactError?

        init(_ source: @escaping Source) {
            self.source = source
        }

        func run() {
            var writer = PathWriter(pipe.pool, pipe.handOver)
            do throws(ArtifactError) {
                try source(&writer)
                try writer.flush()
            } catch {
                failure = error
            }
            pipe.close()
        }
    }

    private let ordinary: OrdinaryNames?
    private let reader: Reader
    private let thread: WorkerThread?

    /// Starts to read.
    ///
    /// - Parameters:
    ///   - ordinary: which files make runs, which are looked for on the caller's thread; nil if these are not
    ///     wanted.
    ///   - source: runs on another thread; what it touches has to be left alone until ``stop()`` has returned.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(_ ordinary: OrdinaryNames? = nil, _ source: @escaping Source) throws(ArtifactError) {
        self.ordinary = ordinary
        let reader = Reader(source)
        self.reader = reader
        thread = WorkerThread { reader.run() }
        if thread == nil { throw ArtifactError(.readFailed, "cannot start a thread to read with") }
    }

    deinit { stop() }

    func next() throws(ArtifactError) -> PathRun? {
        if let batch = reader.pipe.next() { return PathRun(batch, ordinary) }
        if let failure = reader.failure { throw failure }
        return nil
    }

    func recycle(_ paths: PathRun) { reader.pipe.pool.give(paths.batch) }

    func stop() {
        reader.pipe.abandon()
        thread?.join()
    }
}
