/// What a ``SpeculativeInflater`` wants of its thread, and what has become of it.
final class SpeculationOrder: Sendable {
    private enum Phase {
        case idle, wanted, running, over
    }

    private struct State {
        var phase = Phase.idle
        var isStopping = false
        var piece: SpeculativePiece?
        var offset: Int64 = 0
        var knownStart: Int64?
    }

    private let monitor = Monitor(State())

    // MARK: The stream's side

    /// Has a part made from an offset of the file on. Nothing must be under way.
    func begin(_ piece: SpeculativePiece, at offset: Int64) {
        monitor.change { $0 = State(phase: .wanted, piece: piece, offset: offset) }
    }

    /// Where the part begins, in bits from the front of the file, if that is known; and whether it is made.
    ///
    /// - Parameter isPatient: whether to wait until it is.
    func progress(waiting isPatient: Bool) -> (start: Int64?, isMade: Bool) {
        monitor.whenever({ !isPatient || $0.phase == .idle }) { ($0.knownStart, $0.phase == .idle) }
    }

    /// Waits until the thread does nothing, and returns what it has made.
    func stop() -> SpeculativePiece? {
        monitor.change {
            $0.isStopping = true
            if $0.phase == .wanted { $0.phase = .idle }
        }
        return monitor.whenever({ $0.phase != .running }) { state in
            defer { state.piece = nil }
            return state.piece
        }
    }

    /// Ends the thread.
    func end() {
        _ = stop()
        monitor.change { $0.phase = .over }
    }

    // MARK: The thread's side

    /// Waits for the next part to make; nil at the end.
    func next() -> (SpeculativePiece, Int64)? {
        monitor.whenever({ $0.phase == .wanted || $0.phase == .over }) { state in
            guard state.phase == .wanted, let piece = state.piece else { return nil }
            state.phase = .running
            return (piece, state.offset)
        }
    }

    /// Says where the part begins.
    func note(start: Int64) { monitor.change { $0.knownStart = start } }

    /// Says that the part is made, as far as it can be.
    func finish() { monitor.change { $0.phase = .idle } }

    /// Whether nobody wants more of the part.
    var mustStop: Bool { monitor.withLock { $0.isStopping } }
}
