import ModelArtifacts

/// A line on the progress of work that says itself how much it is, once it knows; nothing before.
final class AnnouncedProgress: Sendable {
    private struct State {
        var line: ProgressLine?
        /// How many files there are; nil if they are not counted.
        var files: Int?
    }

    private let output: OutputOptions
    private let what: String
    private let state: Lock<State>

    /// - Parameters:
    ///   - what: what is done: `hashing`.
    ///   - files: how many files it is done to; nil if they are not counted.
    init(_ output: OutputOptions, _ what: String, files: Int? = nil) {
        self.output = output
        self.what = what
        state = Lock(State(files: files))
    }

    /// Begins the line for so many bytes; for bytes of which nobody knows how many there will be, if it is nil.
    func begin(total: Int64?) -> (@Sendable (Int64) -> Void)? {
        guard total != 0 else { return nil }
        return state.withLock { state -> (@Sendable (Int64) -> Void)? in
            state.line?.clear()
            state.line = ProgressLine.make(output, what, total: total, files: state.files)
            guard let line = state.line else { return nil }
            return { bytes in line.advance(by: bytes) }
        }
    }

    /// Says of how many files the bytes are that ``begin(total:)`` is told of next, and gives who counts those that are done.
    func begin(files: Int64?) -> (@Sendable (Int64) -> Void)? {
        state.withLock { state in state.files = files.map { Int(clamping: $0) } }
        return { [self] files in advance(files: Int(clamping: files)) }
    }

    /// Counts files as done.
    func advance(files: Int) { state.withLock { $0.line }?.advance(by: 0, files: files) }

    /// Says how much a walk has found so far.
    func walked(files: Int, bytes: Int64) {
        let line = state.withLock { state in
            if state.line == nil { state.line = ProgressLine.make(output, what) }
            return state.line
        }
        line?.show(files: files, bytes: bytes)
    }

    /// Removes the line.
    func clear() {
        state.withLock { state in
            state.line?.clear()
            state.line = nil
        }
    }
}
