/// Reads and hashes one piece after another until none is left.
///
/// It blocks its thread while it reads. Every worker is a child task of its own, so that is a thread of the pool each, and
/// there are only as many as jobs.
struct ETagWorker: ~Copyable {
    /// After so many bytes, about two milliseconds, other tasks get their turn: the workers can occupy every thread of the
    /// pool, and whoever is to cancel them needs one too.
    private static let bytesPerTurn = 1 << 20

    private let queue: PieceQueue
    private let progress: (@Sendable (Int64) -> Void)?
    private let buffer = ReadBuffer()
    private var bytesInTurn = 0

    /// Makes a worker with a buffer of its own.
    ///
    /// - Parameter progress: told how many more bytes are hashed.
    init(queue: PieceQueue, progress: (@Sendable (Int64) -> Void)?) {
        self.queue = queue
        self.progress = progress
    }

    /// Works until the queue has nothing left, something has failed, or the task is cancelled.
    mutating func run() async {
        while !Task.isCancelled, let piece = queue.take() {
            do throws(ArtifactError) {
                guard let digest = try await digest(of: piece) else { return }
                if let etag = try piece.file.complete(piece: piece.index, digest: digest) {
                    queue.finish(piece.file, etag: etag)
                }
            } catch {
                queue.fail(piece, error)
            }
        }
    }

    /// The digest of a piece; nil if it is not needed any more.
    private mutating func digest(of piece: PieceQueue.Piece) async throws(ArtifactError) -> MD5Digest? {
        let file = try piece.file.file()
        let range = piece.file.request.plan.range(ofPiece: piece.index)
        var offset = range.lowerBound
        var md5 = MD5()
        while offset < range.upperBound {
            let left = range.upperBound - offset
            let count = try unsafe buffer.read(file, at: offset, limit: left) { unsafe md5.update($0) }
            offset += Int64(count)
            guard count == min(left, Int64(ReadBuffer.byteCount)) else {
                throw .unexpectedSize(offset, insteadOf: file.size, path: file.path)
            }
            progress?(Int64(count))
            bytesInTurn += count
            if bytesInTurn >= Self.bytesPerTurn {
                bytesInTurn = 0
                await Task.yield()
            }
            if Task.isCancelled || (offset < range.upperBound && queue.isInVain(piece)) { return nil }
        }
        return md5.finish()
    }
}
