/// Decompresses a part of a deflate stream (RFC 1951) that the stream itself has not got to yet, on a thread of its own.
///
/// It begins somewhere ahead in the file, at what looks like the beginning of a block, and writes markers for what blocks take
/// from the unknown 32 KiB before them. When the stream itself gets to exactly this place, and a block does begin there, the
/// part is valid: from the same bits follow the same blocks. It then takes the part over, puts in what markers stand for,
/// and goes on behind it. Otherwise the part is dropped as if it had never been, and so is all that is odd, such as damage or
/// the end of the stream, to which the stream itself will come.
///
/// The method is described by M. Kerbiriou and R. Chikhi, "Parallel decompression of gzip-compressed files and random access
/// to DNA sequences" (2019), and M. Knespel and H. Brunst, "Rapidgzip: Parallel Decompression and Seeking in Gzip Files
/// Using Cache Prefetching" (2023). Here, nothing is divided beforehand: both threads work on until the first has got to
/// where the second began, however much faster it is.
@safe final class SpeculativeInflater {
    /// What the thread is told and tells.
    private let order = SpeculationOrder()
    private var thread: WorkerThread?
    /// Two parts: one that is read and one that is made. They take no memory before they are needed.
    private var spare: [SpeculativePiece]
    private let file: any RandomAccessFile
    private let options: Speculation
    /// How often in a row a part was of no use.
    private var misses = 0
    /// Where in the file to begin at the earliest, in bytes.
    private var earliest: Int64 = 0
    /// Whether a part is being made, or waits to be taken.
    private var isBusy = false

    /// A thread that is started when there is something to do.
    init(_ file: any RandomAccessFile, _ options: Speculation) {
        self.file = file
        self.options = options
        spare = (0..<2).map { _ in SpeculativePiece(limit: options.pieceLimit) }
    }

    deinit {
        order.end()
        thread?.join()
    }

    /// Begins a part ahead of a byte of the file, unless that did not help before or the file ends soon.
    func begin(aheadOf offset: Int64) {
        // A whole page, which the system copies faster.
        let start = (offset + options.distance) & ~(options.alignment - 1)
        guard !isBusy, offset >= earliest, start + options.distance / 2 <= file.size, let piece = spare.popLast() else {
            return
        }
        if thread == nil {
            thread = WorkerThread { [file, options, order] in SpeculativeDecoder(file, options).run(order) }
            guard thread != nil else {
                // Without threads, never again.
                earliest = .max
                return
            }
        }
        order.begin(piece, at: start)
        isBusy = true
    }

    /// Where the part that is being made begins, in bits from the front of the file; nil if that is not known yet.
    ///
    /// - Parameter offset: where the stream is, in case that there is no beginning and the part is dropped.
    func start(at offset: Int64) -> Int64? {
        guard isBusy else { return nil }
        let (start, isMade) = order.progress(waiting: options.isPatient)
        if start == nil, isMade { drop(at: offset) }
        return start
    }

    /// Drops the part that is being made, since it begins at a place where no block does, or where the stream is already.
    func drop(at offset: Int64) {
        guard isBusy else { return }
        isBusy = false
        if let piece = order.stop() { spare.append(piece) }
        backOff(at: offset)
    }

    /// Ends the part that is being made with the next block, and returns it if it fits behind `history`, the end of what comes
    /// before. It is given back with ``recycle(_:)``.
    func take(after history: UnsafeRawBufferPointer, at offset: Int64) -> SpeculativePiece? {
        guard isBusy else { return nil }
        isBusy = false
        guard let piece = order.stop() else { return nil }
        guard unsafe piece.resolve(after: history) else {
            spare.append(piece)
            backOff(at: offset)
            return nil
        }
        // Where much is repeated, the decompressor is so much faster than two threads with markers that these do not pay.
        if piece.isDense {
            misses = 0
        } else {
            misses = max(misses, 5)
            backOff(at: piece.end / 8)
        }
        begin(aheadOf: piece.end / 8)
        return piece
    }

    /// Lets more and more of the stream pass before the next attempt, the more of them were of no use in a row.
    private func backOff(at offset: Int64) {
        misses += 1
        if misses > 2 { earliest = offset + options.distance << Int64(min(misses, 12)) }
    }

    /// Takes back a part that is not needed any more.
    func recycle(_ piece: SpeculativePiece) { spare.append(piece) }
}
