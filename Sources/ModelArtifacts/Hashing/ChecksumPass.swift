/// Computes checksums of the contents of many files, several files at once.
struct ChecksumPass {
    let wanted: Set<ChecksumAlgorithm>
    /// How many files are read at once.
    let jobs: Int
    /// Told how many more bytes were read, on any thread.
    let progress: (@Sendable (Int64) -> Void)?

    /// The checksums of the files in their order; the files note what they were.
    ///
    /// - Throws: ``ArtifactError`` if a file cannot be read or changes; `CancellationError`.
    func run(_ files: inout [ObjectFile]) async throws -> [[ChecksumAlgorithm: [UInt8]]] {
        let read = try await Concurrently.map(files, jobs: jobs) { file in
            try Task.checkCancellation()
            let file = try file.open()
            let values = try FileChecksums.values(of: file, wanted, partSize: nil, progress: progress)
            return (checksums: values.mapValues(\.bytes), identity: file.identity)
        }
        for index in files.indices { files[index].identity = read[index].identity }
        return read.map(\.checksums)
    }
}
