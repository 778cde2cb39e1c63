/// The objects of a listing, which a thread of its own reads while they are compared.
///
/// A listing calls whoever reads it; here whoever reads it asks. Memory is bounded: a reader that is ahead waits.
final class ObjectReadAhead: ObjectIterator {
    /// Takes objects one after another.
    typealias Source = (_ append: (VerifiableObject) throws(ArtifactError) -> Void) throws(ArtifactError) -> Void

    /// What the two threads share.
    private final class Pipe {
        /// How many objects are handed over at once, and how many times that many may wait.
        static let batchSize = 1024
        static let waitingLimit = 4

        let monitor = Monitor()
        var batches: [[VerifiableObject]] = []
        var isClosed = false
        var isAbandoned = false
        var failure: ArtifactError?

        /// Hands objects over as soon as there is room for them.
        ///
        /// - Throws: ``ArtifactError`` once nobody wants them any more, who does not need to be told.
        func handOver(_ batch: [VerifiableObject]) throws(ArtifactError) {
            let isWanted = monitor.whenever({ batches.count < Self.waitingLimit || isAbandoned }, { !isAbandoned })
            guard isWanted else { throw ArtifactError(.readFailed, "reading was given up") }
            monitor.change { batches.append(batch) }
        }

        func run(_ source: Source) {
            var batch: [VerifiableObject] = []
            var failure: ArtifactError?
            do throws(ArtifactError) {
                try source { object throws(ArtifactError) in
                    batch.append(object)
                    guard batch.count == Self.batchSize else { return }
                    try handOver(batch)
                    batch.removeAll(keepingCapacity: true)
                }
                try handOver(batch)
            } catch {
                failure = error
            }
            monitor.change {
                self.failure = failure
                isClosed = true
            }
        }
    }

    private let pipe: Pipe
    private let thread: WorkerThread
    private var batch: ArraySlice<VerifiableObject> = []

    /// Starts to read.
    ///
    /// - Parameter source: runs on another thread.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(_ source: @escaping Source) throws(ArtifactError) {
        let pipe = Pipe()
        self.pipe = pipe
        guard let thread = WorkerThread({ pipe.run(source) }) else {
            throw ArtifactError(.readFailed, "cannot start a thread to read with")
        }
        self.thread = thread
    }

    deinit {
        pipe.monitor.change { pipe.isAbandoned = true }
        thread.join()
    }

    func next() throws(ArtifactError) -> VerifiableObject? {
        while batch.isEmpty {
            let (pipe, monitor) = (pipe, pipe.monitor)
            guard monitor.whenever({ !pipe.batches.isEmpty || pipe.isClosed }, { !pipe.batches.isEmpty }) else {
                if let failure = pipe.failure { throw failure }
                return nil
            }
            monitor.change { batch = pipe.batches.removeFirst()[...] }
        }
        return batch.popFirst()
    }
}
