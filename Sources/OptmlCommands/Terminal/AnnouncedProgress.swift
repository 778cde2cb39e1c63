import ModelArtifacts

/// A line on the progress of work that says itself how much it is, once it knows; nothing before.
final class AnnouncedProgress: Sendable {
    private let output: OutputOptions
    private let what: String
    private let files: Int?
    private let line = Lock<ProgressLine?>(nil)

    /// - Parameters:
    ///   - what: what is done: `hashing`.
    ///   - files: how many files it is done to; nil if they are not counted.
    init(_ output: OutputOptions, _ what: String, files: Int? = nil) {
        self.output = output
        self.what = what
        self.files = files
    }

    /// Begins the line for so many bytes.
    func begin(total: Int64) -> (@Sendable (Int64) -> Void)? {
        guard total > 0, let line = ProgressLine.make(output, what, total: total, files: files) else { return nil }
        self.line.withLock { $0 = line }
        return { bytes in line.advance(by: bytes) }
    }

    /// Counts files as done.
    func advance(files: Int) { line.withLock { $0 }?.advance(by: 0, files: files) }

    /// Says how much a walk has found so far.
    func walked(files: Int, bytes: Int64) {
        let line = line.withLock { line in
            if line == nil { line = ProgressLine.make(output, what) }
            return line
        }
        line?.show(files: files, bytes: bytes)
    }

    /// Says about how many objects S3 has answered so far.
    func answered(_ answered: Int, of asked: Int) {
        let line = line.withLock { line in
            if line == nil { line = ProgressLine.make(output, what) }
            return line
        }
        line?.show(answered: answered, of: asked)
    }

    /// Removes the line.
    func clear() { line.withLock { $0?.clear() } }
}
