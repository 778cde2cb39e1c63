/// Has paths sorted by several threads, ahead of the one that takes them in.
///
/// What no other thread has begun by the time it is wanted, that one sorts itself, so that it never waits for work that is
/// not under way, and does without other threads where the system has none.
final class PathSortingQueue {
    /// More threads than these find nothing to do.
    private static let mostHelpers = 7
    /// How many sortings each of them may be ahead, so that memory is bounded.
    private static let leadOfEach = 4

    private let monitor = Monitor()
    private let sortings: [PathSorting]
    private let lead: Int
    private var helpers: [WorkerThread] = []
    /// The place of the next directory in the sorting that is being taken in.
    private var place = 0
    /// The sorting that is being taken in. Guarded by the monitor, as are the next two.
    private var current = 0
    private var next = 0
    private var isClosed = false

    /// - Parameter jobs: how many threads sort, the caller among them.
    init(_ sortings: [PathSorting], jobs: Int) {
        self.sortings = sortings
        let count = max(0, min(jobs - 1, Self.mostHelpers, sortings.count - 1))
        lead = count * Self.leadOfEach
        while helpers.count < count, let helper = WorkerThread({ [self] in help() }) { helpers.append(helper) }
    }

    /// The paths of the next directory; nil behind the last one.
    func nextDirectory() -> PathRun? {
        while current < sortings.count {
            let sorting = sortings[current]
            if place == 0 { finish(sorting) }
            if place < sorting.runs.count {
                place += 1
                return sorting.runs[place - 1]
            }
            sorting.forget()
            place = 0
            monitor.change { current += 1 }
        }
        return nil
    }

    /// Ends the threads.
    func close() {
        monitor.change { isClosed = true }
        for helper in helpers { helper.join() }
        helpers = []
    }

    /// Returns when the paths are sorted. While another thread sorts them, this one sorts what comes next.
    private func finish(_ sorting: PathSorting) {
        while let next = takeNext(unlessDone: sorting) {
            next.run()
            monitor.change { next.state = .done }
        }
    }

    /// The sorting itself, if nobody has begun it, or another that nobody has begun; nil once it is done.
    private func takeNext(unlessDone sorting: PathSorting) -> PathSorting? {
        monitor.whenever({ sorting.state != .running || hasNext() }) {
            switch sorting.state {
            case .done: return nil
            case .waiting:
                sorting.state = .running
                return sorting
            case .running: return takeNext()
            }
        }
    }

    private func help() {
        while let sorting = monitor.whenever({ hasNext() || isClosed || next == sortings.count }, { takeNext() }) {
            sorting.run()
            monitor.change { sorting.state = .done }
        }
    }

    /// Whether there is a sorting that nobody has begun, and that is not too far ahead.
    private func hasNext() -> Bool {
        while next < sortings.count, sortings[next].state != .waiting { next += 1 }
        return next < min(sortings.count, current + lead + 1)
    }

    /// The next sorting that nobody has begun; nil at the end.
    private func takeNext() -> PathSorting? {
        guard !isClosed, hasNext() else { return nil }
        next += 1
        sortings[next - 1].state = .running
        return sortings[next - 1]
    }
}
