/// Blocks of a gzip stream that a thread of its own reads ahead, so that it decompresses while others look at what has come out.
final class ReadAheadBlockStream: BlockStream {
    /// How much is decompressed at once, in bytes: enough that threads seldom wait for each other, and that ISA-L's own
    /// buffer, through which the first 64 KiB of each block go, matters little.
    private static let blockSize = 512 << 10

    /// The stream, which the thread has as long as it runs.
    private let stream: Lock<GzipStream>
    private let ring = BlockRing(blockSize: ReadAheadBlockStream.blockSize)
    /// Why the stream failed; known once the ring is closed.
    private let failure = Lock<ArchiveReadError?>(nil)
    private var thread: WorkerThread?
    private var isStarted = false

    init(_ stream: sending GzipStream) {
        self.stream = Lock(stream)
    }

    deinit { stop() }

    func nextBlock() throws(ArchiveReadError) -> UnsafeRawBufferPointer {
        if !isStarted { try start() }
        if let block = unsafe ring.nextToRead() { return unsafe block }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }

    func skip(_ range: Range<Int64>) -> Int64 { isStarted ? ring.skip(range) : 0 }

    /// Ends the thread, if there is one. Nothing must be read afterwards.
    func stop() {
        ring.abandon()
        thread?.join()
    }

    /// Ends the thread and calls `body` with the stream.
    func end<Result>(_ body: (GzipStream) -> Result) -> Result {
        stop()
        return stream.withLock { body($0) }
    }

    private func start() throws(ArchiveReadError) {
        isStarted = true
        thread = WorkerThread { [stream, ring, failure] in
            stream.withLock { stream in
                do throws(ArchiveReadError) {
                    try Self.fill(ring, from: stream)
                } catch {
                    failure.withLock { $0 = error }
                }
            }
            ring.close()
        }
        if thread == nil { throw .input(ArtifactError(.readFailed, "cannot start a thread to decompress with")) }
    }

    private static func fill(_ ring: BlockRing, from stream: GzipStream) throws(ArchiveReadError) {
        while let block = unsafe ring.nextToFill() {
            let omitted = stream.passOver(upTo: ring.omittableEnd)
            if omitted > 0 {
                ring.publish(omitting: omitted)
                continue
            }
            let pieces = try unsafe stream.readPieces(into: block)
            if pieces.isEmpty { return }
            ring.publish(pieces)
        }
    }
}
