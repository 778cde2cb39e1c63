/// Has work done by several threads, ahead of the one that needs what comes of it.
///
/// That one takes its work with ``finish(_:)``. What no other thread has begun by then it does itself, and what is waiting
/// while another thread does it; so it never waits for work that is not under way, and does without other threads where the
/// system has none.
final class WorkQueue<Tools> {
    private struct State {
        /// What may still be waiting, the next one last.
        var waiting: [any QueuedWork<Tools>] = []
        var isClosed = false

        /// Whether there is work that nobody has begun; then it is the last.
        mutating func hasWaiting() -> Bool {
            while let last = waiting.last, last.state != .waiting { waiting.removeLast() }
            return !waiting.isEmpty
        }

        /// Begins the next work that nobody has begun.
        mutating func begin() -> (any QueuedWork<Tools>)? {
            guard hasWaiting(), let next = waiting.popLast() else { return nil }
            next.state = .running
            return next
        }
    }

    /// How many threads work on what is added, besides the one that takes it.
    let helperCount: Int

    private let monitor = Monitor(State())
    private let makeTools: @Sendable () -> Tools
    /// Those of the thread that takes the work.
    private lazy var tools = makeTools()
    private var helpers: [WorkerThread] = []

    /// - Parameters:
    ///   - jobs: how many threads work, the one that takes the work among them.
    ///   - makeTools: what each thread works with.
    init(jobs: Int, _ makeTools: @escaping @Sendable () -> Tools) {
        helperCount = max(0, min(jobs - 1, Parallelism.mostHelpers))
        self.makeTools = makeTools
    }

    deinit { close() }

    /// Starts the threads, if that has not been done; false if there are none.
    func start() -> Bool {
        while helpers.count < helperCount,
            let helper = WorkerThread({ [monitor, makeTools] in Self.help(monitor, makeTools()) })
        {
            helpers.append(helper)
        }
        return !helpers.isEmpty
    }

    /// Has pieces of work done in their order.
    ///
    /// - Parameter place: how many of those that are waiting stay behind them, told these, the next one last.
    func add(_ work: [any QueuedWork<Tools>], before place: ([any QueuedWork<Tools>]) -> Int) {
        monitor.change { $0.waiting.insert(contentsOf: work.reversed(), at: place($0.waiting)) }
    }

    /// Returns when the work is done. While another thread does it, this one does what comes next.
    func finish(_ work: any QueuedWork<Tools>) {
        while let next = begin(unlessDone: work) {
            next.run(tools)
            monitor.change { _ in next.state = .done }
        }
    }

    /// The work itself, if nobody has begun it, or other work that nobody has begun; nil once it is done.
    private func begin(unlessDone work: any QueuedWork<Tools>) -> (any QueuedWork<Tools>)? {
        monitor.whenever({ work.state != .running || $0.hasWaiting() }) { state in
            if work.state == .done { return nil }
            guard work.state == .waiting else { return state.begin() }
            work.state = .running
            return work
        }
    }

    /// Makes sure that nobody does the work any more, nor will.
    func withdraw(_ work: any QueuedWork<Tools>) {
        monitor.whenever({ _ in work.state != .running }) { _ in work.state = .done }
    }

    /// Ends the threads; what they have begun is finished. Nothing must be added afterwards.
    func close() {
        monitor.change { $0.isClosed = true }
        for helper in helpers { helper.join() }
        helpers = []
    }

    private static func help(_ monitor: Monitor<State>, _ tools: Tools) {
        while let next = monitor.whenever({ $0.isClosed || $0.hasWaiting() }, { $0.isClosed ? nil : $0.begin() }) {
            next.run(tools)
            monitor.change { _ in next.state = .done }
        }
    }
}
