/// Computes checksums of the contents of many files, several files at once.
struct ChecksumPass {
    let wanted: Set<ChecksumAlgorithm>
    /// How many files are read at once.
    let jobs: Int
    /// Told how many more bytes were read, on any thread.
    let progress: (@Sendable (Int64) -> Void)?

    /// What was computed of a file.
    private struct Result: Sendable {
        var position: Int
        var checksums: [ChecksumAlgorithm: [UInt8]]
        var identity: FileIdentity
    }

    /// The checksums of the files in their order; the files note what they were.
    ///
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    func run(_ files: inout [ObjectFile]) async throws -> [[ChecksumAlgorithm: [UInt8]]] {
        var values = [[ChecksumAlgorithm: [UInt8]]](repeating: [:], count: files.count)
        let waiting = files
        try await withThrowingTaskGroup(of: Result.self) { group in
            var next = 0
            while next < min(jobs, waiting.count) {
                let position = next
                group.addTask { try checksums(of: waiting[position], at: position) }
                next += 1
            }
            while let result = try await group.next() {
                values[result.position] = result.checksums
                files[result.position].identity = result.identity
                guard next < waiting.count else { continue }
                let position = next
                group.addTask { try checksums(of: waiting[position], at: position) }
                next += 1
            }
        }
        return values
    }

    private func checksums(of file: ObjectFile, at position: Int) throws -> Result {
        try Task.checkCancellation()
        let file = try file.open()
        let values = try FileChecksums.values(of: file, wanted, partSize: nil, progress: progress)
        return Result(position: position, checksums: values.mapValues(\.bytes), identity: file.identity)
    }
}
