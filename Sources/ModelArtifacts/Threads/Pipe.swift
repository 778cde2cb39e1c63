/// Hands batches from the thread that makes them to the one that takes them in.
///
/// Memory is bounded: who is ahead waits.
final class Pipe<Batch>: Sendable {
    /// How many batches may wait.
    private static var waitingLimit: Int { 4 }

    private struct State {
        var full: [Batch] = []
        var isClosed = false
        var isAbandoned = false
        var failure: ArtifactError?
    }

    private let monitor = Monitor(State())

    /// Hands a batch over, as soon as there is room for it.
    ///
    /// - Throws: ``ArtifactError`` once nobody wants any more, who does not need to be told.
    func append(_ batch: Batch) throws(ArtifactError) {
        let isWanted = monitor.change(when: { $0.full.count < Self.waitingLimit || $0.isAbandoned }) { state in
            if !state.isAbandoned { state.full.append(batch) }
            return !state.isAbandoned
        }
        guard isWanted else { throw ArtifactError(.readFailed, "reading was given up") }
    }

    /// Says that no more batches follow.
    ///
    /// - Parameter failure: why not, unless this is the end.
    func close(_ failure: ArtifactError? = nil) {
        monitor.change {
            $0.isClosed = true
            $0.failure = failure
        }
    }

    /// Waits for the next batch; nil at the end.
    ///
    /// - Throws: ``ArtifactError``: why there are no more, after all batches before.
    func next() throws(ArtifactError) -> Batch? {
        let (batch, failure) = monitor.change(when: { !$0.full.isEmpty || $0.isClosed }) { state in
            state.full.isEmpty ? (nil, state.failure) : (state.full.removeFirst(), nil)
        }
        if let failure { throw failure }
        return batch
    }

    /// Says that nothing will be taken any more.
    func abandon() { monitor.change { $0.isAbandoned = true } }
}
