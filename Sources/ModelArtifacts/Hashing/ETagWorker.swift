/// Reads and hashes pieces, many side by side, until none are left.
///
/// It blocks its thread while it reads. Every worker is a child task of its own, so that is a thread of the pool each, and
/// there are only as many as jobs.
struct ETagWorker: ~Copyable {
    /// A piece in a lane.
    private struct Work {
        let piece: FilePiece
        /// nil once everything has been read.
        var file: (any RandomAccessFile)?
        /// Where to read on.
        var offset: Int64
        let range: Range<Int64>
    }

    /// After so many bytes, some hundred microseconds, other tasks get their turn: the workers can occupy every thread of the
    /// pool, and whoever is to cancel them needs one too.
    private static let bytesPerTurn = 1 << 20

    private let queue: PieceQueue
    private let progress: (@Sendable (Int64) -> Void)?
    private let filesDone: (@Sendable (Int) -> Void)?
    private var lanes: MD5Lanes
    /// What each lane in use works on.
    private var works: [Work] = []
    /// Pieces that were handed out and have no lane yet, the last first.
    private var pending: [FilePiece] = []
    private var completed = PieceQueue.Completed()
    private var bytesInTurn = 0
    private var filesInTurn = 0

    /// Makes a worker with lanes of its own.
    ///
    /// - Parameters:
    ///   - progress: told how many more bytes are hashed.
    ///   - filesDone: told how many more files have their ETags.
    init(
        queue: PieceQueue, kernel: MD5Kernel, progress: (@Sendable (Int64) -> Void)?,
        filesDone: (@Sendable (Int) -> Void)? = nil
    ) {
        self.queue = queue
        self.progress = progress
        self.filesDone = filesDone
        lanes = MD5Lanes(kernel: kernel)
    }

    /// Works until the queue has nothing left, something has failed, or the task is cancelled.
    mutating func run() async {
        while !Task.isCancelled {
            beginPieces()
            guard lanes.count > 0 else { break }
            lanes.advance()
            continuePieces()
            if bytesInTurn >= Self.bytesPerTurn {
                reportProgress()
                await Task.yield()
            }
        }
        reportProgress()
        queue.finish(&completed)
    }

    private mutating func reportProgress() {
        if filesInTurn > 0 {
            filesDone?(filesInTurn)
            filesInTurn = 0
        }
        guard bytesInTurn > 0 else { return }
        queue.noteDone(bytesInTurn)
        progress?(Int64(bytesInTurn))
        bytesInTurn = 0
    }

    /// Gives pieces to the lanes that are free.
    private mutating func beginPieces() {
        while lanes.count < lanes.capacity {
            if pending.isEmpty {
                let left = works.sumClamped { $0.range.upperBound - $0.offset }
                queue.take(
                    into: &pending, free: lanes.capacity - lanes.count, held: (lanes.count, left),
                    completed: &completed)
                pending.reverse()
            }
            guard let piece = pending.popLast() else { return }
            if queue.isInVain(piece) { continue }
            do throws(ArtifactError) {
                let file = try piece.file()
                let range = piece.range
                works.append(Work(piece: piece, file: file, offset: range.lowerBound, range: range))
            } catch {
                queue.fail(piece, error)
                continue
            }
            lanes.append()
            proceed(lane: lanes.count - 1)
        }
    }

    /// Reads on, or completes the piece, in every lane that waits.
    private mutating func continuePieces() {
        let mayBeInVain = queue.hasFailed
        // From the last on, as the last one takes the place of one that is removed.
        for lane in (0..<lanes.count).reversed() {
            if mayBeInVain, queue.isInVain(works[lane].piece) {
                remove(lane: lane)
            } else if lanes.isWaiting(lane) {
                proceed(lane: lane)
            }
        }
    }

    /// Reads the next bytes of the piece in a lane, or ends it if there are none.
    private mutating func proceed(lane: Int) {
        let piece = works[lane].piece
        do throws(ArtifactError) {
            if let file = works[lane].file {
                try read(file, lane: lane)
                return
            }
            if let etag = try piece.complete(lanes.digest(lane)) {
                completed.files.append((piece, etag))
                filesInTurn += 1
            }
        } catch {
            queue.fail(piece, error)
        }
        remove(lane: lane)
    }

    private mutating func read(_ file: any RandomAccessFile, lane: Int) throws(ArtifactError) {
        let (offset, end) = (works[lane].offset, works[lane].range.upperBound)
        let wanted = Int(min(Int64(MD5Lanes.chunkByteCount), end - offset))
        let isEnd = offset + Int64(wanted) == end
        let length = isEnd ? Int64(works[lane].range.count) : nil
        let count = try unsafe lanes.fill(lane, count: wanted, endingAt: length) { buffer throws(ArtifactError) in
            try unsafe file.read(into: buffer, at: offset)
        }
        works[lane].offset += Int64(count)
        guard count == wanted else {
            throw .unexpectedSize(works[lane].offset, insteadOf: file.size, path: file.path)
        }
        bytesInTurn += count
        guard isEnd else { return }
        // A file with other pieces is checked when the last of them is complete.
        if works[lane].piece.shared == nil { try file.verifyUnchanged() }
        works[lane].file = nil
    }

    private mutating func remove(lane: Int) {
        lanes.remove(lane)
        works.swapAt(lane, works.count - 1)
        works.removeLast()
    }
}
