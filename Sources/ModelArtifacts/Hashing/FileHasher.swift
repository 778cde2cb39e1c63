/// Computes the ETags that files will have once they are uploaded.
public struct FileHasher: Sendable {
    /// A file with its ETag.
    public struct HashedFile: Hashable, Sendable {
        /// The path as given.
        public let path: ByteString
        /// In bytes.
        public let size: Int64
        /// What S3 will call it.
        public let etag: ETag
        /// The size of its parts in bytes; nil if it is uploaded in one PUT.
        public let partSize: Int64?
    }

    private let rule: UploadRule
    private let jobs: Int
    private let progress: WorkProgress?
    private let filesDone: (@Sendable (Int) -> Void)?

    /// - Parameters:
    ///   - rule: how the files are uploaded.
    ///   - jobs: how many files or parts are hashed at once; the number of processors if it is not given.
    ///   - progress: asked once the sizes of the files are known.
    ///   - filesDone: told how many more files have their ETags, on any thread.
    public init(
        rule: UploadRule, jobs: Int? = nil, progress: WorkProgress? = nil,
        filesDone: (@Sendable (Int) -> Void)? = nil
    ) {
        self.rule = rule
        self.jobs = Parallelism(jobs: jobs).jobs
        self.progress = progress
        self.filesDone = filesDone
    }

    /// Hashes files; the result is in their order.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound`, `readFailed`, `changedWhileRead`, or `usage` for a file that the
    ///   uploader cannot take; `CancellationError`.
    public func hash(_ paths: [ByteString]) async throws -> [HashedFile] {
        var plans: [PartPlan] = []
        for path in paths {
            let size = try RegularFile(opening: path).size
            do throws(UploadLimitExceeded) {
                plans.append(try rule.plan(forSize: size))
            } catch {
                throw ArtifactError(.usage, "\(path): \(error)")
            }
        }
        let requests = zip(paths, plans).map { path, plan in
            ETagRequest(plan: plan) { () throws(ArtifactError) in try RegularFile(opening: path) }
        }
        let total = plans.sumClamped(\.size)
        let etags = try await ETagEngine(jobs: jobs, progress: progress?(total), filesDone: filesDone)
            .etags(of: requests)
        return paths.indices.map {
            HashedFile(path: paths[$0], size: plans[$0].size, etag: etags[$0], partSize: plans[$0].partSize)
        }
    }
}
