/// Computes the ETag of a file while something else reads it, on a thread of its own.
final class ArchiveHasher {
    /// What the thread works with, which must not keep its owner alive.
    private final class Worker {
        let ring = BlockRing(blockSize: ArchiveHasher.blockSize)
        /// Belongs to the thread until it was joined.
        var etag: StreamingETag

        init(_ etag: StreamingETag) {
            self.etag = etag
        }

        func run() {
            while let block = unsafe ring.nextToRead() { unsafe etag.update(block) }
        }
    }

    /// How much is handed to the thread at once at most, in bytes.
    private static let blockSize = 256 << 10

    private let plan: PartPlan
    private let worker: Worker
    private let thread: WorkerThread?

    /// A hasher for a file; nil if the uploader cannot take one of its size.
    ///
    /// - Throws: ``ArtifactError`` if the system has no thread left.
    init?(rule: UploadRule, file: any RandomAccessFile) throws(ArtifactError) {
        guard let plan = try? rule.plan(forSize: file.size) else { return nil }
        self.plan = plan
        let worker = Worker(StreamingETag(plan: plan, path: file.path))
        self.worker = worker
        thread = WorkerThread { worker.run() }
        guard thread != nil else { throw ArtifactError(.readFailed, "cannot start a thread to hash with") }
    }

    deinit { stop() }

    func update(_ bytes: UnsafeRawBufferPointer) {
        var rest = unsafe bytes[...]
        while unsafe !rest.isEmpty, let block = unsafe worker.ring.nextToFill() {
            let piece = unsafe rest.prefix(block.count)
            unsafe block.copyBytes(from: piece)
            worker.ring.publish(unsafe piece.count)
            unsafe rest = unsafe rest.dropFirst(piece.count)
        }
    }

    /// The ETag, once every byte was taken in.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead` if the file has another size by now.
    func finish() throws(ArtifactError) -> (ETag, StoredObject.Upload) {
        stop()
        return (try worker.etag.finish(), StoredObject.Upload(plan))
    }

    /// Lets the thread come to the end of what it was given.
    private func stop() {
        worker.ring.close()
        thread?.join()
    }
}
