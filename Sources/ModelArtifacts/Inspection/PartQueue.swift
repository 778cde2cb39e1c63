/// The parts of a file on their way to its ETag, for threads that hash some of them each.
final class PartQueue {
    /// How far the parts that a thread hashes at once lie apart at most, in bytes, if there are several: what has been read
    /// shortly before is still in the page cache.
    private static let windowSize: Int64 = 256 << 20

    private let file: any RandomAccessFile
    private let plan: PartPlan
    private let kernel: MD5Kernel
    private let batchSize: Int
    private let monitor = Monitor()
    // What follows is guarded by the monitor.
    private var next = 0
    private var digests: [MD5Digest]
    /// The offset up to which the file may be read.
    private var released: Int64 = 0
    private var isCancelled = false
    private var failure: ArtifactError?

    init(file: any RandomAccessFile, plan: PartPlan, kernel: MD5Kernel) {
        self.file = file
        self.plan = plan
        self.kernel = kernel
        digests = [MD5Digest](repeating: MD5Digest(high: 0, low: 0), count: plan.pieceCount)
        let inWindow = Self.windowSize / max(plan.partSize ?? plan.size, 1)
        batchSize = max(1, min(kernel.laneCount, Int(clamping: inWindow)))
    }

    /// Lets the threads read up to `offset`.
    func release(upTo offset: Int64) { monitor.change { released = max(released, offset) } }

    /// Stops the threads that are at work.
    func cancel() { monitor.change { isCancelled = true } }

    /// Hashes parts until none are left; they are shared with others who call this.
    func hash() {
        let file = file
        var hasher = unsafe PartHasher(kernel: kernel) { buffer, offset throws(ArtifactError) in
            let count = try unsafe file.read(into: buffer, at: offset)
            guard count == buffer.count else {
                throw .unexpectedSize(offset + Int64(count), insteadOf: file.size, path: file.path)
            }
        }
        do throws(ArtifactError) {
            while let batch = takeBatch() {
                let isComplete = try hasher.hash(
                    batch.map { PartHasher.Part(number: $0, range: plan.range(ofPiece: $0)) },
                    whenReleased: waitForRelease
                ) { part, digest in
                    monitor.change { digests[part] = digest }
                }
                guard isComplete else { return }
            }
        } catch {
            monitor.change {
                failure = failure ?? error
                isCancelled = true
            }
        }
    }

    /// The ETag, once all threads are done.
    ///
    /// - Throws: why one of them failed.
    func etag() throws(ArtifactError) -> ETag {
        if let failure { throw failure }
        return plan.partSize == nil ? ETag(md5: digests[0]) : ETag(partDigests: digests)
    }

    private func takeBatch() -> Range<Int>? {
        monitor.whenever({ true }) {
            let end = min(next + batchSize, plan.pieceCount)
            guard !isCancelled, next < end else { return nil }
            defer { next = end }
            return next..<end
        }
    }

    /// Waits until the file may be read up to `offset`; false if nothing is to be read any more.
    private func waitForRelease(of offset: Int64) -> Bool {
        monitor.whenever({ isCancelled || released >= offset }) { !isCancelled }
    }
}
