/// Hashes the files of a directory that are to be compared.
struct ComparedFileHasher {
    /// A file, and the ways of uploading whose ETags are wanted.
    struct File {
        /// The number of its row.
        let index: Int
        /// In bytes.
        let size: Int64
        let plans: [PartPlan]

        /// How many bytes will be hashed.
        var byteCount: Int64 { size.multipliedClamped(by: Int64(plans.count)) }
    }

    /// How many files or parts are hashed at once; the number of processors if it is nil.
    let jobs: Int?

    /// Fills in the ETags of files of a side.
    ///
    /// - Parameter progress: told how many more bytes were hashed, on any thread.
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    func hash(
        _ files: [File], of side: inout LayoutSide, progress: (@Sendable (Int64) -> Void)?
    ) async throws {
        var requests: [ETagRequest] = []
        for file in files {
            let path = side.sourcePath(of: file.index)
            for plan in file.plans {
                requests.append(ETagRequest(plan: plan) { () throws(ArtifactError) in try RegularFile(opening: path) })
            }
        }
        guard !requests.isEmpty else { return }
        let engine = ETagEngine(jobs: Parallelism(jobs: jobs).jobs, progress: progress)
        var etags = try await engine.etags(of: requests)[...]
        for file in files {
            side.attributes[file.index].etags = Array(etags.prefix(file.plans.count))
            etags = etags.dropFirst(file.plans.count)
        }
    }
}
