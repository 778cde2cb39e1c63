/// Has entries of directories looked at by several threads, ahead of the one that walks: in the order in which it will come to
/// them (see ``WorkQueue``).
final class EntryBatchQueue {
    private typealias Work = any QueuedWork<SmallFileWork>

    /// How many files may stay open for whoever hashes them after the walk, which share of the descriptors of the process, and how
    /// many bytes of files may be kept.
    private static let (mostKept, shareKept, mostBytesKept) = (128, 4, 32 << 20)

    private let queue: WorkQueue<SmallFileWork>

    /// - Parameters:
    ///   - jobs: the number of threads, the walker's among them.
    ///   - kernel: what small files are hashed with; nil if they are not.
    ///   - expectation: which files somebody is going to look into; nil if nobody does.
    init(jobs: Int, kernel: MD5Kernel?, expectation: ContentExpectation?) {
        let room = WalkRoom(
            files: min(Self.mostKept, FileSystem.descriptorLimit / Self.shareKept), bytes: Self.mostBytesKept)
        queue = WorkQueue(jobs: jobs) { SmallFileWork(kernel: kernel, expectation: expectation, room: room) }
    }

    /// Whether threads work on what is added.
    var hasHelpers: Bool { queue.helperCount > 0 }

    /// Has batches worked on in order, before those that were added earlier.
    func add(_ batches: [EntryBatch]) {
        // One batch alone is what the walker is going to wait for.
        guard batches.count > 1, batches[0].isNew, queue.start() else { return }
        add(batches, behind: nil)
    }

    /// Has batches worked on in order, after those of another directory and before those that were added earlier.
    func add(_ batches: [EntryBatch], behind others: [EntryBatch]) {
        guard let first = batches.first, first.isNew, queue.start() else { return }
        add(batches, behind: others.first)
    }

    private func add(_ batches: [EntryBatch], behind other: EntryBatch?) {
        for batch in batches { batch.isNew = false }
        queue.add(batches) { Self.place(in: $0, behind: other) }
    }

    /// Has a group of directories opened, after the batches of the directory that is entered and before what was added earlier.
    func add(_ group: DirectoryGroup, behind others: [EntryBatch]) {
        guard queue.start() else { return }
        queue.add([group]) { Self.place(in: $0, behind: others.first) }
    }

    private static func place(in waiting: [Work], behind other: EntryBatch?) -> Int {
        var place = waiting.count
        while place > 0, let other, let batch = waiting[place - 1] as? EntryBatch, batch.isBeside(other) { place -= 1 }
        return place
    }

    /// Returns when a batch is done. While another thread does it, this one does what comes next.
    func finish(_ batch: EntryBatch) { queue.finish(batch) }

    /// The same of a group.
    func finish(_ group: DirectoryGroup) { queue.finish(group) }

    /// Makes sure that nobody works on a batch any more, nor will.
    func withdraw(_ batch: EntryBatch) { queue.withdraw(batch) }

    /// The same of a group.
    func withdraw(_ group: DirectoryGroup) { queue.withdraw(group) }

    /// Ends the threads.
    func close() { queue.close() }
}
