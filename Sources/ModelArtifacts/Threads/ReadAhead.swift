/// What a thread of its own makes ahead of the one that takes it in, a batch at a time.
///
/// A listing calls whoever reads it; here whoever reads it asks.
final class ReadAhead<Batch> {
    private let pipe: Pipe<Batch>
    private let thread: WorkerThread

    /// Starts the thread.
    ///
    /// - Parameter make: runs on another thread; hands batches over by ``Pipe/append(_:)`` and passes on its errors.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(_ make: @escaping @Sendable (Pipe<Batch>) throws(ArtifactError) -> Void) throws(ArtifactError) {
        let pipe = Pipe<Batch>()
        let thread = WorkerThread {
            do throws(ArtifactError) {
                try make(pipe)
                pipe.close()
            } catch {
                pipe.close(error)
            }
        }
        guard let thread else { throw ArtifactError(.readFailed, "cannot start a thread to read with") }
        self.pipe = pipe
        self.thread = thread
    }

    /// The thread ends by itself with its next batch; it may wait for that as long as a pipe does.
    deinit { pipe.abandon() }

    /// Waits for the next batch; nil at the end.
    ///
    /// - Throws: what `make` threw, after all batches before.
    func next() throws(ArtifactError) -> Batch? { try pipe.next() }

    /// Ends the thread. Nothing must be taken afterwards.
    func stop() {
        pipe.abandon()
        thread.join()
    }
}
