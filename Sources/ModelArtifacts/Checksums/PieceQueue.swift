import Synchronization

/// Hands the pieces of all files to the workers in order, and collects what becomes of them.
///
/// The next piece may belong to the same file or to the next, so one large file keeps all workers as busy as many small ones.
final class PieceQueue: Sendable {
    /// A piece of a file to be hashed: a part, or the whole file for a single PUT.
    struct Piece: Sendable {
        let file: FileInProgress
        let index: Int
    }

    /// An error and where it occurred; the first in the order of files and pieces counts.
    private struct Failure {
        let file: Int
        let piece: Int
        let error: ArtifactError

        func precedes(file: Int, piece: Int) -> Bool {
            (self.file, self.piece) < (file, piece)
        }
    }

    private struct State {
        /// Gives one file after another; nil when there are no more, or after an error.
        var next: (() throws(ArtifactError) -> ETagRequest?)?
        var current: FileInProgress?
        var nextPiece = 0
        var etags: [ETag?] = []
        var failure: Failure?
    }

    private let state: Mutex<State>

    /// Takes the source of files, which is called by one worker at a time.
    init(next: sending @escaping () throws(ArtifactError) -> ETagRequest?) {
        state = Mutex(State(next: next))
    }

    /// The next piece to be hashed; nil when there is none or something has failed.
    func take() -> Piece? {
        state.withLock { state in
            guard state.failure == nil else { return nil }
            if state.current == nil {
                let index = state.etags.count
                do throws(ArtifactError) {
                    guard let request = try state.next?() else {
                        state.next = nil
                        return nil
                    }
                    state.current = FileInProgress(index: index, request: request)
                    state.nextPiece = 0
                    state.etags.append(nil)
                } catch {
                    state.next = nil
                    state.failure = Failure(file: index, piece: 0, error: error)
                    return nil
                }
            }
            guard let file = state.current else { return nil }
            let piece = Piece(file: file, index: state.nextPiece)
            state.nextPiece += 1
            if state.nextPiece == file.request.plan.pieceCount { state.current = nil }
            return piece
        }
    }

    /// Keeps the ETag of a file.
    func finish(_ file: FileInProgress, etag: ETag) {
        state.withLock { $0.etags[file.index] = etag }
    }

    /// Keeps an error unless one is known that comes before it. No more pieces are handed out.
    func fail(_ piece: Piece, _ error: ArtifactError) {
        state.withLock { state in
            if let failure = state.failure, failure.precedes(file: piece.file.index, piece: piece.index) { return }
            state.failure = Failure(file: piece.file.index, piece: piece.index, error: error)
        }
    }

    /// Whether work on the piece is in vain: something before it has failed.
    ///
    /// What comes before a failure is worked on to its end. As pieces are handed out in order, the error that is reported in
    /// the end is then the first one, whichever worker was faster.
    func isInVain(_ piece: Piece) -> Bool {
        state.withLock { $0.failure?.precedes(file: piece.file.index, piece: piece.index) ?? false }
    }

    /// The ETags in the order of the files, when all workers have ended.
    ///
    /// - Throws: ``ArtifactError``: the first that occurred.
    func result() throws(ArtifactError) -> [ETag] {
        try state.withLock { state throws(ArtifactError) in
            if let failure = state.failure { throw failure.error }
            return state.etags.compactMap(\.self)
        }
    }
}
