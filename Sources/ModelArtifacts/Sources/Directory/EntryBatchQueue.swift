/// Has batches of entries worked on by several threads, ahead of the one that walks.
///
/// The walker takes its batches in order with ``finish(_:)``. What no other thread has begun by then it does itself, so that it
/// never waits for work that is not under way, and does without other threads where the system has none.
final class EntryBatchQueue {
    /// More threads than these find nothing to do, as the walker is one.
    private static let mostHelpers = 7

    private let monitor = Monitor()
    private let kernel: MD5Kernel?
    private let expectation: ContentExpectation?
    /// How many files may stay open for whoever hashes them after the walk, and which share of the descriptors of the process.
    private static let (mostKept, shareKept) = (128, 4)
    private let room = Lock(min(mostKept, FileSystem.descriptorLimit / shareKept))
    private let helperCount: Int
    private var helpers: [WorkerThread] = []
    /// What the walker reads with.
    private var work: SmallFileWork?
    /// The work that may still be waiting, the next one last. Guarded by the monitor, as is the flag.
    private var waiting: [any WalkWork] = []
    private var isClosed = false

    /// - Parameters:
    ///   - jobs: the number of threads, the walker's among them.
    ///   - kernel: what small files are hashed with; nil if they are not.
    ///   - expectation: which files somebody is going to look into; nil if nobody does.
    init(jobs: Int, kernel: MD5Kernel?, expectation: ContentExpectation?) {
        self.kernel = kernel
        self.expectation = expectation
        helperCount = min(jobs - 1, Self.mostHelpers)
    }

    /// Whether threads work on what is added.
    var hasHelpers: Bool { helperCount > 0 }

    /// Has batches worked on in order, before those that were added earlier.
    func add(_ batches: [EntryBatch]) {
        // One batch alone is what the walker is going to wait for.
        guard batches.count > 1, batches[0].isNew, startHelpers() else { return }
        add(batches) { waiting.count }
    }

    /// Has batches worked on in order, after those of another directory and before those that were added earlier.
    func add(_ batches: [EntryBatch], behind others: [EntryBatch]) {
        guard let first = batches.first, first.isNew, startHelpers() else { return }
        add(batches) { place(behind: others) }
    }

    /// Has a group of directories opened, after the batches of the directory that is entered and before what was added earlier.
    func add(_ group: DirectoryGroup, behind others: [EntryBatch]) {
        guard startHelpers() else { return }
        monitor.change { waiting.insert(group, at: place(behind: others)) }
    }

    private func place(behind others: [EntryBatch]) -> Int {
        var place = waiting.count
        while place > 0, let other = others.first, let batch = waiting[place - 1] as? EntryBatch, batch.isBeside(other)
        {
            place -= 1
        }
        return place
    }

    private func add(_ batches: [EntryBatch], at place: () -> Int) {
        for batch in batches { batch.isNew = false }
        monitor.change { waiting.insert(contentsOf: batches.reversed(), at: place()) }
    }

    /// Returns when the work is done. While another thread does it, this one does what comes next.
    func finish(_ work: any WalkWork) {
        while let next = takeNext(unlessDone: work) {
            let own = self.work ?? SmallFileWork(kernel: kernel, expectation: expectation, room: room)
            self.work = own
            next.run(own)
            monitor.change { next.state = .done }
        }
    }

    /// The work itself, if nobody has begun it, or other work that nobody has begun; nil once it is done.
    private func takeNext(unlessDone work: any WalkWork) -> (any WalkWork)? {
        monitor.whenever({ work.state != .running || hasWaiting() }) {
            if work.state == .done { return nil }
            let next = work.state == .waiting ? work : waiting.removeLast()
            next.state = .running
            return next
        }
    }

    /// Whether there is work that nobody has begun; then it is the last.
    private func hasWaiting() -> Bool {
        while let last = waiting.last, last.state != .waiting { waiting.removeLast() }
        return !waiting.isEmpty
    }

    /// Makes sure that nobody does the work any more, nor will.
    func withdraw(_ work: any WalkWork) { monitor.whenever({ work.state != .running }) { work.state = .done } }

    /// Ends the threads.
    func close() {
        monitor.change { isClosed = true }
        for helper in helpers { helper.join() }
        helpers = []
    }

    private func startHelpers() -> Bool {
        while helpers.count < helperCount, let helper = WorkerThread({ [self] in help() }) { helpers.append(helper) }
        return !helpers.isEmpty
    }

    private func help() {
        let own = SmallFileWork(kernel: kernel, expectation: expectation, room: room)
        while let batch = next() {
            batch.run(own)
            monitor.change { batch.state = .done }
        }
    }

    /// The next work that nobody has begun; nil at the end.
    private func next() -> (any WalkWork)? {
        monitor.whenever({ hasWaiting() || isClosed }) {
            guard !isClosed else { return nil }
            let batch = waiting.popLast()
            batch?.state = .running
            return batch
        }
    }
}
