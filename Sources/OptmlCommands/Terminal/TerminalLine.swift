import ModelArtifacts

/// The one line of a terminal on standard error that tells how far work is, whoever writes it.
final class TerminalLine: Sendable {
    static let shared = TerminalLine()

    private enum State {
        case empty
        /// It shows what this writer has to say.
        case shown(by: ObjectIdentifier)
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
    ///
    /// - Parameters:
    ///   - writer: whose text it is.
    ///   - yields: whether another writer's text stays instead.
    func show(_ text: String, by writer: ObjectIdentifier, yielding yields: Bool = false) {
        state.withLock { state in
            switch state {
            case .ended: return
            case .shown(by: let other) where yields && other != writer: return
            case .empty, .shown: break
            }
            state = .shown(by: writer)
            write(Array("\r\u{1B}[K\(text)".utf8))
        }
    }

    /// Removes a writer's text; that of another stays.
    func clear(by writer: ObjectIdentifier) {
        state.withLock { state in
            guard case .shown(by: writer) = state else { return }
            write(Self.clearing)
            state = .empty
        }
    }

    /// Removes the line for good.
    func end() {
        state.withLock { state in
            if case .shown = state { write(Self.clearing) }
            state = .ended
        }
    }

    private static let clearing = Array("\r\u{1B}[K".utf8)
}
