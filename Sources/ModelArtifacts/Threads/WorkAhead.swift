/// Has numbered pieces of work done by several threads, ahead of the one that takes the results in order.
///
/// That one never waits for work that is not under way: it does what comes next itself. So it does without other threads where
/// the system has none. Memory is bounded, since nobody begins what is too far ahead.
final class WorkAhead<Result> {
    /// More threads than these find nothing to do.
    private static var mostHelpers: Int { 7 }
    /// How many pieces each of them may be ahead.
    private static var leadOfEach: Int { 2 }

    private enum State {
        case running
        case done(Result)
    }

    private let work: (Int) -> Result
    private let count: Int
    private let lead: Int
    private let monitor = Monitor()
    /// What was begun and not taken yet, beginning with ``current``. Guarded by the monitor, as are the next three.
    private var begun: [State] = []
    /// The piece whose result is taken next.
    private var current = 0
    private var isClosed = false
    private var helpers: [WorkerThread] = []

    /// Begins.
    ///
    /// - Parameters:
    ///   - count: the number of pieces.
    ///   - jobs: how many threads work, the caller among them.
    ///   - work: does the piece of a number, on any thread, side by side with others.
    init(count: Int, jobs: Int, _ work: @escaping (Int) -> Result) {
        self.work = work
        self.count = count
        let helperCount = max(0, min(jobs - 1, Self.mostHelpers, count - 1))
        lead = helperCount * Self.leadOfEach
        while helpers.count < helperCount, let helper = WorkerThread({ [self] in help() }) { helpers.append(helper) }
    }

    /// The result of the next piece, as soon as it is there; nil behind the last one.
    func next() -> Result? {
        guard current < count else { return nil }
        while let number = beginUnlessDone() { end(number, work(number)) }
        return take()
    }

    /// Ends the threads; what they have begun is finished and forgotten. Nothing must be taken afterwards.
    func stop() {
        monitor.change { isClosed = true }
        for helper in helpers { helper.join() }
        helpers = []
        begun = []
    }

    /// The number of a piece to be done meanwhile; nil once the next result is there.
    private func beginUnlessDone() -> Int? {
        monitor.whenever({ isDone || canBegin }) { isDone ? nil : begin() }
    }

    private var isDone: Bool {
        if case .done = begun.first { true } else { false }
    }

    private var canBegin: Bool { current + begun.count < count && begun.count <= lead }

    private func begin() -> Int {
        begun.append(.running)
        return current + begun.count - 1
    }

    private func end(_ number: Int, _ result: Result) {
        monitor.change { begun[number - current] = .done(result) }
    }

    private func take() -> Result? {
        var taken: Result?
        monitor.change {
            guard case .done(let result) = begun.removeFirst() else { return }
            taken = result
            current += 1
        }
        return taken
    }

    private func help() {
        while let number = monitor.whenever(
            { canBegin || isClosed || current + begun.count == count }, { canBegin && !isClosed ? begin() : nil })
        {
            end(number, work(number))
        }
    }
}
