import ModelArtifacts

/// A line on the progress of work that says itself how much it is, once it knows; nothing before.
final class AnnouncedProgress: Sendable {
    private let output: OutputOptions
    private let what: String
    private let line = Lock<ProgressLine?>(nil)

    init(_ output: OutputOptions, _ what: String) {
        self.output = output
        self.what = what
    }

    /// Begins the line for so many bytes.
    func begin(total: Int64) -> (@Sendable (Int64) -> Void)? {
        guard total > 0, let line = ProgressLine.make(output, what, total: total) else { return nil }
        self.line.withLock { $0 = line }
        return { bytes in line.advance(by: bytes) }
    }

    /// Removes the line.
    func clear() { line.withLock { $0?.clear() } }
}
