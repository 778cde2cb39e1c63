import Synchronization

/// Hands the pieces of all files to the workers in order, and collects what becomes of them.
///
/// The next piece may belong to the same file or to the next, so one large file keeps all workers as busy as many small ones.
final class PieceQueue: Sendable {
    /// What a worker has completed since it last asked for pieces.
    struct Completed {
        /// The number of pieces.
        var pieceCount = 0
        /// The files whose last piece was among them.
        var files: [(piece: FilePiece, etag: ETag)] = []
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
        /// The next piece, where the file before it has more of them.
        var upcoming: FilePiece?
        var etags: [ETag?] = []
        /// How many files are neither finished nor read in one go.
        var openCount = 0
        /// How many pieces are not completed yet; nil if that is not known.
        var unfinished: Int?
        var failure: Failure?
    }

    /// Small pieces are handed out by many, as taking each by itself would have the workers wait for each other.
    private static let smallBatch = (byteCount: 256 << 10, pieceCount: 64)

    private let jobs: Int
    private let openLimit: Int
    private let state: Lock<State>
    private let failed = Atomic(false)

    /// Takes the source of files, which is called by one worker at a time.
    ///
    /// - Parameters:
    ///   - pieceCount: the number of pieces of all files, if it is known.
    ///   - jobs: the number of workers.
    ///   - openLimit: how many files may be open at once, apart from one for each worker.
    init(
        pieceCount: Int?, jobs: Int, openLimit: Int,
        next: sending @escaping () throws(ArtifactError) -> ETagRequest?
    ) {
        self.jobs = jobs
        self.openLimit = openLimit
        state = Lock(State(next: next, unfinished: pieceCount))
    }

    /// Hands out the next pieces: as many as a worker can begin, more if they are small, and none when there are no more, when
    /// something has failed, or when it is better that the worker goes on with what it has.
    ///
    /// - Parameters:
    ///   - pieces: takes them.
    ///   - free: how many pieces the worker can begin.
    ///   - held: how many it has; with 0, it is given one if there is one.
    ///   - completed: what the worker has completed; it is emptied.
    func take(into pieces: inout [FilePiece], free: Int, held: Int, completed: inout Completed) {
        state.withLock { state in
            record(&completed, in: &state)
            // The last pieces are shared out equally, or one worker would have them all while the others wait.
            let share = state.unfinished.map { ($0 + jobs - 1) / jobs } ?? .max
            let most = max(share - held, held == 0 ? 1 : 0)
            var count = 0
            var byteCount: Int64 = 0
            while state.failure == nil, count < most,
                count < free || (byteCount < Self.smallBatch.byteCount && count < Self.smallBatch.pieceCount),
                held + count == 0 || state.upcoming != nil || state.openCount < openLimit,
                let piece = nextPiece(in: &state)
            {
                pieces.append(piece)
                count += 1
                byteCount += Int64(piece.range.count)
            }
        }
    }

    /// Keeps what a worker has completed, when it ends.
    func finish(_ completed: inout Completed) {
        state.withLock { record(&completed, in: &$0) }
    }

    private func record(_ completed: inout Completed, in state: inout State) {
        if let unfinished = state.unfinished { state.unfinished = unfinished - completed.pieceCount }
        for (piece, etag) in completed.files {
            state.etags[piece.fileIndex] = etag
            if piece.staysOpen { state.openCount -= 1 }
        }
        completed.pieceCount = 0
        completed.files.removeAll(keepingCapacity: true)
    }

    private func nextPiece(in state: inout State) -> FilePiece? {
        if state.upcoming == nil {
            let index = state.etags.count
            do throws(ArtifactError) {
                guard let request = try state.next?() else {
                    state.next = nil
                    return nil
                }
                let shared = request.plan.pieceCount > 1 ? FileInProgress(request: request) : nil
                let first = FilePiece(fileIndex: index, request: request, index: 0, shared: shared)
                state.upcoming = first
                state.etags.append(nil)
                if first.staysOpen { state.openCount += 1 }
            } catch {
                state.next = nil
                note(Failure(file: index, piece: 0, error: error), in: &state)
                return nil
            }
        }
        guard let piece = state.upcoming else { return nil }
        let next = piece.index + 1
        state.upcoming =
            next < piece.request.plan.pieceCount
            ? FilePiece(fileIndex: piece.fileIndex, request: piece.request, index: next, shared: piece.shared) : nil
        return piece
    }

    /// Keeps an error unless one is known that comes before it. No more pieces are handed out.
    func fail(_ piece: FilePiece, _ error: ArtifactError) {
        state.withLock { note(Failure(file: piece.fileIndex, piece: piece.index, error: error), in: &$0) }
    }

    private func note(_ failure: Failure, in state: inout State) {
        if let known = state.failure, known.precedes(file: failure.file, piece: failure.piece) { return }
        state.failure = failure
        failed.store(true, ordering: .relaxed)
    }

    /// Whether anything has failed.
    var hasFailed: Bool { failed.load(ordering: .relaxed) }

    /// Whether work on the piece is in vain: something before it has failed.
    ///
    /// What comes before a failure is worked on to its end. As pieces are handed out in order, the error that is reported in
    /// the end is then the first one, whichever worker was faster.
    func isInVain(_ piece: FilePiece) -> Bool {
        hasFailed
            && state.withLock { $0.failure?.precedes(file: piece.fileIndex, piece: piece.index) ?? false }
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
