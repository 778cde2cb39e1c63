/// Hashes the files of a directory that are to be compared.
struct ComparedFileHasher {
    /// A file, and the ways of uploading whose ETags are wanted.
    struct File {
        /// The number of its row.
        let index: Int
        /// In bytes.
        let size: Int64
        let plans: [PartPlan]

        /// The part sizes, if there are several: the file is read once for all of them.
        var searched: [Int64] {
            let partSizes = plans.compactMap(\.partSize)
            return partSizes.count > 1 ? partSizes : []
        }

        /// The plans for each of which the file is read once more.
        var readAlone: [PartPlan] { searched.isEmpty ? plans : plans.filter { $0.partSize == nil } }

        /// How often it will be read.
        var readingCount: Int64 { Int64(readAlone.count + (searched.isEmpty ? 0 : 1)) }

        /// How many bytes will be read.
        var byteCount: Int64 { size.multipliedClamped(by: readingCount) }
    }

    /// How many files or parts are hashed at once; the number of processors if it is nil.
    let jobs: Int?

    /// Fills in the ETags of files of a side.
    ///
    /// - Parameters:
    ///   - progress: told how many more bytes were hashed, on any thread.
    ///   - filesDone: told how many more files were read to their ends, on any thread.
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    func hash(
        _ files: [File], of side: inout LayoutSide, progress: (@Sendable (Int64) -> Void)?,
        filesDone: (@Sendable (Int64) -> Void)? = nil
    ) async throws {
        var requests: [ETagRequest] = []
        for file in files {
            let path = side.sourcePath(of: file.index)
            for plan in file.readAlone {
                requests.append(ETagRequest(plan: plan) { () throws(ArtifactError) in try RegularFile(opening: path) })
            }
        }
        let jobs = Parallelism(jobs: jobs).jobs
        let engine = ETagEngine(jobs: jobs, progress: progress) { files in filesDone?(Int64(files)) }
        var etags = requests.isEmpty ? [] : try await engine.etags(of: requests)[...]
        let searched = files.filter { !$0.searched.isEmpty }
        let paths = searched.map { side.sourcePath(of: $0.index) }
        let kernel = try MD5Kernel.ofEnvironment()
        let found = try await Concurrently.map(Array(zip(paths, searched)), jobs: jobs) { path, file in
            defer { filesDone?(1) }
            let opened = try RegularFile(opening: path)
            guard opened.size == file.size else {
                throw ArtifactError.unexpectedSize(opened.size, insteadOf: file.size, path: path)
            }
            return try PartSizeSearch.etags(
                of: opened, partSizes: file.searched, kernel: kernel, progress: progress)
        }
        var next = found.makeIterator()
        for file in files {
            let alone = etags.prefix(file.readAlone.count)
            etags = etags.dropFirst(file.readAlone.count)
            side.attributes[file.index].etags = Array(alone) + (file.searched.isEmpty ? [] : next.next() ?? [])
        }
    }
}
