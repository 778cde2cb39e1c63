/// Where a thread puts the paths that it reads, for another thread to take them in.
struct PathWriter {
    private let pipe: PathPipe
    private var batch: PathBatch

    init(_ pipe: PathPipe) {
        self.pipe = pipe
        batch = pipe.makeBatch()
    }

    /// Adds a path.
    ///
    /// - Throws: ``ArtifactError`` once nobody takes them in any more, who does not need to be told.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) throws(ArtifactError) {
        if batch.append(path, file) { return }
        try flush()
        _ = batch.append(path, file)
    }

    /// Hands over what was added last.
    mutating func flush() throws(ArtifactError) {
        guard let next = pipe.handOver(batch) else { throw ArtifactError(.readFailed, "reading was given up") }
        batch = next
    }
}
