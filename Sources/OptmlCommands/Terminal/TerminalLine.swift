import ModelArtifacts

/// The one line of a terminal on standard error that tells how far work is, whoever writes it.
final class TerminalLine: Sendable {
    static let shared = TerminalLine()

    private enum State {
        case empty, shown
        /// The process is about to end: nothing is shown any more.
        case ended
    }

    private let state = Lock(State.empty)
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: writes to the terminal; to standard error, if it is not given.
    init(write: @escaping @Sendable ([UInt8]) -> Void = { bytes in try? StandardStream.error.write(bytes) }) {
        self.write = write
    }

    /// Shows a text in the place of what the line held.
    func show(_ text: String) {
        state.withLock { state in
            guard state != .ended else { return }
            state = .shown
            write(Array("\r\u{1B}[K\(text)".utf8))
        }
    }

    /// Removes the line.
    func clear() { clear(andBecome: .empty) }

    /// Removes the line for good.
    func end() { clear(andBecome: .ended) }

    private func clear(andBecome next: State) {
        state.withLock { state in
            guard state != .ended else { return }
            if state == .shown { write(Array("\r\u{1B}[K".utf8)) }
            state = next
        }
    }
}
