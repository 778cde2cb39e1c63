import Synchronization

/// Computes the ETag of a file that something else reads from front to back, on a thread of its own.
///
/// It reads the parts itself, many side by side, but not before the other reader has come by, so that they are still in the
/// page cache, and come from the disk once and in order.
package final class ArchiveHasher: Sendable {
    /// How many bytes the other reader moves on, at least, before the threads are told: waking one costs as much as
    /// hashing some kilobytes.
    private static let announcedStep: Int64 = 4 << 20

    private let plan: PartPlan
    private let parts: PartQueue
    /// What the reader has passed over; nil if it must not do that.
    private let contents: UnreadContents?
    private let thread: WorkerThread?
    /// The offset that the threads know of. The reader's thread alone changes it.
    private let announced = Atomic<Int64>(0)

    /// A hasher for a file; nil if the uploader cannot take one of its size.
    ///
    /// - Throws: ``ArtifactError`` if the system has no thread left, or the environment asks for a kernel that there is not.
    init?(rule: UploadRule, file: any RandomAccessFile) throws(ArtifactError) {
        guard let plan = try? rule.plan(forSize: file.size) else { return nil }
        self.plan = plan
        let contents = PartQueue.hasManyParts(plan) ? plan.partSize.map { UnreadContents(partSize: $0) } : nil
        let parts = PartQueue(file: file, plan: plan, kernel: try MD5Kernel.ofEnvironment(), contents: contents)
        self.contents = contents
        self.parts = parts
        thread = WorkerThread { parts.hash() }
        guard thread != nil else { throw ArtifactError(.readFailed, "cannot start a thread to hash with") }
    }

    deinit {
        parts.cancel()
        thread?.join()
    }

    /// Says how far the other reader has come.
    func advance(to offset: Int64) {
        guard offset - announced.load(ordering: .relaxed) >= Self.announcedStep else { return }
        announced.store(offset, ordering: .relaxed)
        parts.release(upTo: offset)
    }

    /// Whether the reader may leave the checksum of more contents to those who hash.
    var takesContents: Bool { contents?.hasRoom == true }

    /// Takes over the checksum of contents that the reader passes over; see ``UnreadContents/append(_:after:of:)``.
    ///
    /// They have to lie behind what ``advance(to:)`` was told of.
    func take(contents ranges: [Range<Int64>], after checksum: UInt32, of count: Int64) {
        contents?.append(ranges, after: checksum, of: count)
    }

    /// Hashes on the reader's thread, if that is far ahead of the others.
    func help() { parts.help() }

    /// The checksum of all contents that lie before an offset, to which the reader has come; see
    /// ``UnreadContents/checksum(before:of:)``. Hashes until all of them are.
    ///
    /// - Throws: as ``finish()`` does.
    func checksum(
        upTo offset: Int64, before checksum: UInt32, of count: Int64
    ) throws(ArtifactError) -> UInt32 {
        try parts.hash(before: offset)
        return contents?.checksum(before: checksum, of: count) ?? checksum
    }

    /// The ETag, once the other reader reads no more. What it has not read is read now.
    ///
    /// - Throws: ``ArtifactError`` if the file cannot be read, with code `changedWhileRead` if it has become shorter.
    func finish() throws(ArtifactError) -> (ETag, StoredObject.Upload) {
        parts.release(upTo: plan.size)
        // There is nothing else left to do on this thread.
        parts.hash()
        thread?.join()
        return (try parts.etag(), StoredObject.Upload(plan))
    }
}
