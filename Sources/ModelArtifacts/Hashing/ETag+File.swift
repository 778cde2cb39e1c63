extension ETag {
    /// The ETag that S3 will give a local file, unless it encrypts with a key of SSE-KMS or SSE-C.
    ///
    /// - Parameters:
    ///   - path: the file; symbolic links are followed.
    ///   - rule: how it is uploaded.
    ///   - jobs: how many parts to hash at once; the number of processors if it is not given.
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed`, `changedWhileRead` if the file is written to
    ///   meanwhile, `usage` if it is too large for the uploader; `CancellationError` if the task is cancelled.
    public static func of(
        file path: ByteString, rule: UploadRule = UploadRule(.awsCLI), jobs: Int? = nil
    ) async throws -> ETag {
        try await of(RegularFile(opening: path), rule: rule, engine: ETagEngine(jobs: Parallelism(jobs: jobs).jobs))
    }

    /// The ETag of an open file; see ``of(file:rule:jobs:)``.
    package static func of(_ file: any RandomAccessFile, rule: UploadRule, engine: ETagEngine) async throws -> ETag {
        let plan: PartPlan
        do {
            plan = try rule.plan(forSize: file.size)
        } catch {
            throw ArtifactError(.usage, "\(file.path): \(error)")
        }
        let etags = try await engine.etags(of: [ETagRequest(plan: plan) { file }])
        guard let etag = etags.first else { throw CancellationError() }
        return etag
    }
}
