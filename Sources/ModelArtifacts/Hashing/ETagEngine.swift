#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Computes the ETags of many files, with several workers at once and memory that grows neither with the size of the files
/// nor, but for the results, with their number.
///
/// A part, or a whole file that is sent in one PUT, is hashed from its beginning to its end, since MD5 cannot be divided; but
/// every worker hashes many of them side by side, with vector instructions where the processor has them (see ``MD5Kernel``).
/// Parts and files go to whichever worker has room.
package struct ETagEngine: Sendable {
    /// Half of the files that the process may have open.
    private static var openLimit: Int { max(1, sysconf(CInt(_SC_OPEN_MAX)) / 2) }

    private let jobs: Int
    private let kernel: MD5Kernel?
    private let progress: (@Sendable (Int64) -> Void)?
    private let filesDone: (@Sendable (Int) -> Void)?

    /// Prepares an engine.
    ///
    /// - Parameters:
    ///   - jobs: the number of workers; less than 1 counts as 1.
    ///   - kernel: how to hash, which must be available; what ``MD5Kernel/ofEnvironment()`` says if it is not given.
    ///   - progress: told by every worker how many more bytes it has hashed.
    ///   - filesDone: told by every worker how many more files have their ETags.
    package init(
        jobs: Int = Parallelism().jobs, kernel: MD5Kernel? = nil, progress: (@Sendable (Int64) -> Void)? = nil,
        filesDone: (@Sendable (Int) -> Void)? = nil
    ) {
        self.jobs = max(1, jobs)
        self.kernel = kernel
        self.progress = progress
        self.filesDone = filesDone
    }

    /// The ETags of files in their order.
    ///
    /// - Throws: see ``etags(next:)``.
    package func etags(of requests: [ETagRequest]) async throws -> [ETag] {
        var iterator = requests.makeIterator()
        return try await etags(byteCount: requests.sumClamped(\.plan.size)) { iterator.next() }
    }

    /// The ETags of the files that `next` gives one after another, in that order. A file of at most 64 KiB is open only while
    /// a worker reads it; of the others, at most half as many are open as the process may have, or one for each job.
    ///
    /// - Throws: ``ArtifactError`` of the first file in order that fails, whatever the number of jobs: what `next`, opening or
    ///   reading throws, and `changedWhileRead` for a file that is not what it was; `usage` if the environment asks for a
    ///   kernel that there is not. `CancellationError` if the task is cancelled.
    package func etags(
        next: sending @escaping () throws(ArtifactError) -> ETagRequest?
    ) async throws -> [ETag] {
        try await etags(byteCount: nil, next: next)
    }

    private func etags(
        byteCount: Int64?, next: sending @escaping () throws(ArtifactError) -> ETagRequest?
    ) async throws -> [ETag] {
        let kernel = if let kernel { kernel } else { try MD5Kernel.ofEnvironment() }
        let queue = PieceQueue(byteCount: byteCount, jobs: jobs, openLimit: Self.openLimit, next: next)
        let (progress, filesDone) = (progress, filesDone)
        await withTaskGroup { group in
            for _ in 0..<jobs {
                group.addTask {
                    var worker = ETagWorker(queue: queue, kernel: kernel, progress: progress, filesDone: filesDone)
                    await worker.run()
                }
            }
        }
        try Task.checkCancellation()
        return try queue.result()
    }
}
