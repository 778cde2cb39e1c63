/// The parts of a file on their way to its ETag, for threads that hash some of them each.
final class PartQueue: Sendable {
    /// How far the parts that a thread hashes at once lie apart at most, in bytes, if there are several: what has been read
    /// shortly before is still in the page cache.
    private static let windowSize: Int64 = 256 << 20

    private let file: any RandomAccessFile
    private let plan: PartPlan
    private let kernel: MD5Kernel
    /// What a thread hashes at once.
    private let batches: [Range<Int>]
    /// Takes in the bytes that are hashed, too.
    private let contents: UnreadContents?
    private let monitor: Monitor<State>

    private struct State {
        /// The first batch that no thread has begun.
        var next = 0
        /// The batches that were hashed, but for those before `hashed`.
        var isHashed: [Bool]
        /// How many of the first batches were hashed.
        var hashed = 0
        var digests: [MD5Digest]
        /// The offset up to which the file may be read.
        var released: Int64 = 0
        var isCancelled = false
        var failure: ArtifactError?
    }

    /// - Parameter contents: whose checksum is computed from the bytes that are hashed, if there are several parts.
    init(file: any RandomAccessFile, plan: PartPlan, kernel: MD5Kernel, contents: UnreadContents? = nil) {
        self.file = file
        self.plan = plan
        self.kernel = kernel
        self.contents = contents
        batches = Self.batches(of: plan.pieceCount, size: Self.batchSize(for: plan, kernel), width: kernel.width)
        monitor = Monitor(
            State(
                isHashed: [Bool](repeating: false, count: batches.count),
                digests: [MD5Digest](repeating: MD5Digest(high: 0, low: 0), count: plan.pieceCount)))
    }

    /// Whether parts of a file are so small that several lie within what is read shortly before.
    static func hasManyParts(_ plan: PartPlan) -> Bool {
        guard let partSize = plan.partSize else { return false }
        return 2 * partSize <= windowSize
    }

    private static func batchSize(for plan: PartPlan, _ kernel: MD5Kernel) -> Int {
        let inWindow = windowSize / max(plan.partSize ?? plan.size, 1)
        return max(1, min(kernel.laneCount, Int(clamping: inWindow)))
    }

    /// Divides parts into batches, of which two are hashed at the same time, and the last two end at nearly the same time. A batch
    /// of fewer parts than `width` would take as long as one of that number.
    private static func batches(of count: Int, size: Int, width: Int) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        while start < count {
            let rest = count - start
            var wanted = size
            if batches.count % 2 == 0, rest <= 2 * size {
                wanted = max(width, ((rest + 1) / 2 + width / 2) / width * width)
            }
            let end = start + min(wanted, size, rest)
            batches.append(start..<end)
            start = end
        }
        return batches
    }

    /// Lets the threads read up to `offset`.
    func release(upTo offset: Int64) { monitor.change { $0.released = max($0.released, offset) } }

    /// Stops the threads that are at work.
    func cancel() { monitor.change { $0.isCancelled = true } }

    /// Hashes parts until none are left; they are shared with others who call this.
    func hash() { hash { takeBatch { _ in true } } }

    /// Hashes parts as long as so many may be read that the others have enough to do meanwhile.
    func help() {
        hash { takeBatch { $0.next + 1 < batches.count && $0.released >= end(of: $0.next + 1) } }
    }

    /// Hashes until no part is left that begins before an offset, which there must be, and waits for those of the others.
    ///
    /// - Throws: why one of the threads failed.
    func hash(before offset: Int64) throws(ArtifactError) {
        let part = Int((offset - 1) / max(plan.partSize ?? plan.size, 1))
        let count = batches.firstIndex { $0.contains(part) }.map { $0 + 1 } ?? batches.count
        // Threads hash several parts side by side, and must not wait for the last of them.
        release(upTo: end(of: count - 1))
        hash { takeBatch { $0.next < count } }
        let failure = monitor.whenever({ $0.isCancelled || $0.hashed >= count }) { $0.failure }
        if let failure { throw failure }
    }

    private func end(of batch: Int) -> Int64 { plan.range(ofPiece: batches[batch].upperBound - 1).upperBound }

    /// Hashes one batch after the other until `take` returns none.
    private func hash(_ take: () -> Int?) {
        guard var batch = take() else { return }
        let (file, contents) = (file, contents)
        var hasher = unsafe PartHasher(kernel: kernel) { buffer, offset throws(ArtifactError) in
            let count = try unsafe file.read(into: buffer, at: offset)
            guard count == buffer.count else {
                throw .unexpectedSize(offset + Int64(count), insteadOf: file.size, path: file.path)
            }
            unsafe contents?.update(with: UnsafeRawBufferPointer(buffer), at: offset)
        }
        do throws(ArtifactError) {
            while true {
                let isComplete = try hasher.hash(
                    batches[batch].map { PartHasher.Part(number: $0, range: plan.range(ofPiece: $0)) },
                    whenReleased: waitForRelease
                ) { part, digest in
                    monitor.change { $0.digests[part] = digest }
                }
                guard isComplete else { return }
                finish(batch)
                guard let next = take() else { return }
                batch = next
            }
        } catch {
            monitor.change {
                $0.failure = $0.failure ?? error
                $0.isCancelled = true
            }
        }
    }

    /// The ETag, once all threads are done.
    ///
    /// - Throws: why one of them failed.
    func etag() throws(ArtifactError) -> ETag {
        let (failure, digests) = monitor.withLock { ($0.failure, $0.digests) }
        if let failure { throw failure }
        return plan.partSize == nil ? ETag(md5: digests[0]) : ETag(partDigests: digests)
    }

    /// Begins the next batch, if there is one, and `isWanted` holds.
    private func takeBatch(if isWanted: (State) -> Bool) -> Int? {
        monitor.withLock { state in
            guard !state.isCancelled, state.next < batches.count, isWanted(state) else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    private func finish(_ batch: Int) {
        monitor.change { state in
            state.isHashed[batch] = true
            while state.hashed < batches.count, state.isHashed[state.hashed] { state.hashed += 1 }
        }
    }

    /// Waits until the file may be read up to `offset`; false if nothing is to be read any more.
    private func waitForRelease(of offset: Int64) -> Bool {
        monitor.whenever({ $0.isCancelled || $0.released >= offset }) { !$0.isCancelled }
    }
}
