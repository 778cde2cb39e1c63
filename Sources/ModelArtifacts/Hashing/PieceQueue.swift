import Synchronization

/// Hands the pieces of all files to the workers in order, and collects what becomes of them.
///
/// The next piece may belong to the same file or to the next, so one large file keeps all workers as busy as many small ones.
final class PieceQueue: Sendable {
    /// What a worker has completed since it last asked for pieces.
    struct Completed {
        /// The files whose last piece was among it.
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
        var failure: Failure?
    }

    /// Small pieces are handed out by many, as taking each by itself would have the workers wait for each other.
    private static let smallBatch = (byteCount: 256 << 10, pieceCount: 64)

    private let jobs: Int
    private let openLimit: Int
    /// The size of all files; nil if it is not known.
    private let byteCount: Int64?
    private let state: Lock<State>
    private let failed = Atomic(false)
    /// How many bytes the workers have done, as far as they have told.
    private let doneByteCount = Atomic<Int64>(0)

    /// Takes the source of files, which is called by one worker at a time.
    ///
    /// - Parameters:
    ///   - byteCount: the size of all files, if it is known.
    ///   - jobs: the number of workers.
    ///   - openLimit: how many files may be open at once, apart from one for each worker.
    init(
        byteCount: Int64?, jobs: Int, openLimit: Int,
        next: sending @escaping () throws(ArtifactError) -> ETagRequest?
    ) {
        self.jobs = jobs
        self.openLimit = openLimit
        self.byteCount = byteCount
        state = Lock(State(next: next))
    }

    /// Hands out the next pieces: as many as a worker can begin, more if they are small, and none when there are no more, when
    /// something has failed, or when it is better that the worker goes on with what it has.
    ///
    /// - Parameters:
    ///   - pieces: takes them.
    ///   - free: how many pieces the worker can begin.
    ///   - held: how many it has, and how many bytes of them are left; without any, it is given one if there is one.
    ///   - completed: what the worker has completed; it is emptied.
    func take(
        into pieces: inout [FilePiece], free: Int, held: (pieceCount: Int, byteCount: Int64),
        completed: inout Completed
    ) {
        // What is left is shared out equally, or in the end one worker would have it all while the others wait.
        let left = byteCount.map { max(0, $0 - doneByteCount.load(ordering: .relaxed)) }
        let share = left?.dividedRoundingUp(by: Int64(jobs)) ?? .max
        state.withLock { state in
            record(&completed, in: &state)
            var count = 0
            var byteCount: Int64 = 0
            while state.failure == nil, held.byteCount + byteCount < share || held.byteCount + byteCount == 0,
                count < free || (byteCount < Self.smallBatch.byteCount && count < Self.smallBatch.pieceCount),
                held.pieceCount + count == 0 || state.upcoming != nil || state.openCount < openLimit,
                let piece = nextPiece(in: &state)
            {
                pieces.append(piece)
                count += 1
                byteCount += Int64(piece.range.count)
            }
        }
    }

    /// Takes note that a worker has done so many more bytes.
    func noteDone(_ byteCount: Int) { doneByteCount.add(Int64(byteCount), ordering: .relaxed) }

    /// Keeps what a worker has completed, when it ends.
    func finish(_ completed: inout Completed) {
        state.withLock { record(&completed, in: &$0) }
    }

    private func record(_ completed: inout Completed, in state: inout State) {
        for (piece, etag) in completed.files {
            state.etags[piece.fileIndex] = etag
            if piece.staysOpen { state.openCount -= 1 }
        }
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
