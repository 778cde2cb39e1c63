/// Has numbered pieces of work done by several threads, ahead of the one that takes the results in order (see ``WorkQueue``).
///
/// Memory is bounded, since nobody begins what is too far ahead.
final class WorkAhead<Result> {
    private final class Piece: QueuedWork {
        let work: () -> Result
        var state = WorkState.waiting
        var result: Result?

        init(_ work: @escaping () -> Result) { self.work = work }

        func run(_ tools: Void) { result = work() }
    }

    /// How many pieces each thread may be ahead.
    private static var leadOfEach: Int { 2 }

    private let work: @Sendable (Int) -> Result
    private let count: Int
    private let queue: WorkQueue<Void>
    private let hasHelpers: Bool
    /// The pieces that were made and not taken yet, the next one first: as many as may be begun.
    private var pieces: [Piece] = []
    /// How many pieces were made.
    private var made = 0

    /// Begins.
    ///
    /// - Parameters:
    ///   - count: the number of pieces.
    ///   - jobs: how many threads work, the caller among them.
    ///   - work: does the piece of a number, on any thread, side by side with others.
    init(count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result) {
        self.work = work
        self.count = count
        queue = WorkQueue(jobs: min(jobs, count)) {}
        hasHelpers = queue.start()
        make(1 + (hasHelpers ? Self.leadOfEach * queue.helperCount : 0))
    }

    /// The result of the next piece, as soon as it is there; nil behind the last one.
    func next() -> Result? {
        guard let piece = pieces.first else { return nil }
        queue.finish(piece)
        pieces.removeFirst()
        make(1)
        // The queue may still know the piece, which must not keep the result.
        return piece.result.take()
    }

    /// Ends the threads; what they have begun is finished and forgotten. Nothing must be taken afterwards.
    func stop() {
        queue.close()
        pieces = []
    }

    private func make(_ number: Int) {
        let next = (made..<min(made + number, count)).map { number in Piece { [work] in work(number) } }
        guard !next.isEmpty else { return }
        made += next.count
        pieces += next
        if hasHelpers { queue.add(next) { _ in 0 } }
    }
}
