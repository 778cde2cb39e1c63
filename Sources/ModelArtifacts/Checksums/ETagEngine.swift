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
/// A part, or a whole file that is sent in one PUT, is hashed from its beginning to its end by one worker, since MD5 cannot
/// be divided; different parts and files go to whichever worker is free.
package struct ETagEngine: Sendable {
    /// The number of processors.
    package static var defaultJobs: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

    private let jobs: Int
    private let progress: (@Sendable (Int64) -> Void)?

    /// Prepares an engine.
    ///
    /// - Parameters:
    ///   - jobs: the number of workers; less than 1 counts as 1.
    ///   - progress: told by every worker how many more bytes it has hashed.
    package init(jobs: Int = defaultJobs, progress: (@Sendable (Int64) -> Void)? = nil) {
        self.jobs = max(1, jobs)
        self.progress = progress
    }

    /// The ETags of files in their order.
    ///
    /// - Throws: see ``etags(next:)``.
    package func etags(of requests: [ETagRequest]) async throws -> [ETag] {
        var iterator = requests.makeIterator()
        return try await etags { iterator.next() }
    }

    /// The ETags of the files that `next` gives one after another, in that order. At most one more file is open than there
    /// are jobs.
    ///
    /// - Throws: ``ArtifactError`` of the first file in order that fails, whatever the number of jobs: what `next`, opening or
    ///   reading throws, and `changedWhileRead` for a file that is not what it was. `CancellationError` if the task is
    ///   cancelled.
    package func etags(
        next: sending @escaping () throws(ArtifactError) -> ETagRequest?
    ) async throws -> [ETag] {
        let queue = PieceQueue(next: next)
        let progress = progress
        await withTaskGroup { group in
            for _ in 0..<jobs {
                group.addTask {
                    var worker = ETagWorker(queue: queue, progress: progress)
                    await worker.run()
                }
            }
        }
        try Task.checkCancellation()
        return try queue.result()
    }
}
