/// Blocks of a gzip stream that a thread of its own reads ahead, so that it decompresses while others look at what has come out.
final class ReadAheadBlockStream: BlockStream {
    /// What the thread works with, which must not keep its owner alive.
    private final class Filler {
        let stream: GzipStream
        let ring = BlockRing(blockSize: ReadAheadBlockStream.blockSize)
        /// Why the stream failed. Belongs to the thread until the ring is closed.
        var failure: ArchiveReadError?

        init(_ stream: GzipStream) {
            self.stream = stream
        }

        func run() {
            while let block = unsafe ring.nextToFill() {
                let omitted = stream.passOver(upTo: ring.omittableEnd)
                if omitted > 0 {
                    ring.publish(omitting: omitted)
                    continue
                }
                do throws(ArchiveReadError) {
                    let pieces = try unsafe stream.readPieces(into: block)
                    if pieces.isEmpty { break }
                    ring.publish(pieces)
                } catch {
                    failure = error
                    break
                }
            }
            ring.close()
        }
    }

    /// How much is decompressed at once, in bytes: enough that threads seldom wait for each other, and that ISA-L's own
    /// buffer, through which the first 64 KiB of each block go, matters little.
    private static let blockSize = 512 << 10

    private let filler: Filler
    private var thread: WorkerThread?
    private var isStarted = false

    /// - Parameter stream: is read from the first block on, and left alone by everyone else until ``stop()`` has returned.
    init(_ stream: GzipStream) {
        filler = Filler(stream)
    }

    deinit { stop() }

    func nextBlock() throws(ArchiveReadError) -> UnsafeRawBufferPointer {
        if !isStarted { try start() }
        if let block = unsafe filler.ring.nextToRead() { return unsafe block }
        if let failure = filler.failure { throw failure }
        return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }

    func skip(_ range: Range<Int64>) -> Int64 { isStarted ? filler.ring.skip(range) : 0 }

    /// Ends the thread, if there is one. Nothing must be read afterwards.
    func stop() {
        filler.ring.abandon()
        thread?.join()
    }

    private func start() throws(ArchiveReadError) {
        isStarted = true
        thread = WorkerThread { [filler] in filler.run() }
        if thread == nil { throw .input(ArtifactError(.readFailed, "cannot start a thread to decompress with")) }
    }
}
