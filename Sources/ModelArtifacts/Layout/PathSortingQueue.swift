/// Has paths sorted by several threads, ahead of the one that takes them in.
///
/// What no other thread has begun by the time it is wanted, that one sorts itself, so that it never waits for work that is
/// not under way, and does without other threads where the system has none.
final class PathSortingQueue {
    /// More threads than these find nothing to do.
    private static let mostHelpers = 7
    /// How many sortings each of them may be ahead, so that memory is bounded.
    private static let lead = 4

    private let monitor = Monitor()
    private let sortings: [PathSorting]
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
        let count = min(jobs - 1, Self.mostHelpers, sortings.count - 1)
        while helpers.count < count, let helper = WorkerThread({ [self] in help(lead: count * Self.lead) }) {
            helpers.append(helper)
        }
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

    /// Returns when the paths are sorted.
    private func finish(_ sorting: PathSorting) {
        let isMine = monitor.whenever({ sorting.state != .running }) {
            guard sorting.state == .waiting else { return false }
            sorting.state = .running
            return true
        }
        guard isMine else { return }
        sorting.run()
        monitor.whenever({ true }) { sorting.state = .done }
    }

    private func help(lead: Int) {
        while let sorting = take(lead: lead) {
            sorting.run()
            monitor.change { sorting.state = .done }
        }
    }

    /// The next sorting that nobody has begun; nil at the end.
    private func take(lead: Int) -> PathSorting? {
        monitor.whenever({
            while next < sortings.count, sortings[next].state != .waiting { next += 1 }
            return isClosed || next == sortings.count || next <= current + lead
        }) {
            guard !isClosed, next < sortings.count else { return nil }
            next += 1
            sortings[next - 1].state = .running
            return sortings[next - 1]
        }
    }
}
