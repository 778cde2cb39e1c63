import CKernels

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
    private let worker: Worker
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
        worker = Worker(file, options)
        spare = (0..<2).map { _ in SpeculativePiece(limit: options.pieceLimit) }
    }

    deinit {
        worker.end()
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
            thread = WorkerThread { [worker] in worker.run() }
            guard thread != nil else {
                // Without threads, never again.
                earliest = .max
                return
            }
        }
        worker.begin(piece, at: start)
        isBusy = true
    }

    /// Where the part that is being made begins, in bits from the front of the file; nil if that is not known yet.
    ///
    /// - Parameter offset: where the stream is, in case that there is no beginning and the part is dropped.
    func start(at offset: Int64) -> Int64? {
        guard isBusy else { return nil }
        let (start, isMade) = worker.progress
        if start == nil, isMade { drop(at: offset) }
        return start
    }

    /// Drops the part that is being made, since it begins at a place where no block does, or where the stream is already.
    func drop(at offset: Int64) {
        guard isBusy else { return }
        isBusy = false
        if let piece = worker.stop() { spare.append(piece) }
        backOff(at: offset)
    }

    /// Ends the part that is being made with the next block, and returns it if it fits behind `history`, the end of what comes
    /// before. It is given back with ``recycle(_:)``.
    func take(after history: UnsafeRawBufferPointer, at offset: Int64) -> SpeculativePiece? {
        guard isBusy else { return nil }
        isBusy = false
        guard let piece = worker.stop() else { return nil }
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

extension SpeculativeInflater {
    /// What the thread works with, which must not keep its owner alive.
    @safe private final class Worker {
        private enum Phase {
            case idle, wanted, running, over
        }

        private let monitor = Monitor()
        // What follows is guarded by the monitor.
        private var phase = Phase.idle
        private var isStopping = false
        private var piece: SpeculativePiece?
        private var offset: Int64 = 0
        private var knownStart: Int64?

        // What follows belongs to the thread.
        private let file: any RandomAccessFile
        private let options: Speculation
        private let memory: UnsafeMutableRawPointer
        private let tables: OpaquePointer
        private let input: UnsafeMutableRawBufferPointer
        /// The offset in the file of the first byte of the input.
        private var inputStart: Int64 = 0
        private var inputCount = 0

        init(_ file: any RandomAccessFile, _ options: Speculation) {
            unsafe memory = .allocate(byteCount: Int(optml_guess_tables_size), alignment: 64)
            unsafe tables = OpaquePointer(memory)
            unsafe optml_guess_tables_make(tables)
            self.file = file
            self.options = options
            // The stream gets to the beginning while the thread gets as far again, or less.
            unsafe input = .allocate(byteCount: 2 * Int(options.distance) + options.readSize, alignment: 4096)
        }

        deinit {
            unsafe memory.deallocate()
            unsafe input.deallocate()
        }

        // MARK: The stream's side

        func begin(_ piece: SpeculativePiece, at offset: Int64) {
            monitor.change {
                self.piece = piece
                self.offset = offset
                isStopping = false
                knownStart = nil
                phase = .wanted
            }
        }

        var progress: (start: Int64?, isMade: Bool) {
            monitor.whenever({ !options.isPatient || phase == .idle }, { (knownStart, phase == .idle) })
        }

        /// Waits until the thread does nothing, and returns what it has made.
        func stop() -> SpeculativePiece? {
            monitor.change {
                isStopping = true
                if phase == .wanted { phase = .idle }
            }
            return monitor.whenever({ phase != .running }) {
                defer { piece = nil }
                return piece
            }
        }

        /// Ends the thread.
        func end() {
            _ = stop()
            monitor.change { phase = .over }
        }

        // MARK: The thread's side

        func run() {
            while let (piece, offset) = next() {
                make(piece, from: offset)
                monitor.change { phase = .idle }
            }
        }

        private func next() -> (SpeculativePiece, Int64)? {
            monitor.whenever({ phase == .wanted || phase == .over }) {
                guard phase == .wanted, let piece else { return nil }
                phase = .running
                return (piece, offset)
            }
        }

        private var mustStop: Bool { monitor.whenever({ true }, { isStopping }) }

        private func make(_ piece: SpeculativePiece, from offset: Int64) {
            piece.removeAll()
            inputStart = offset
            inputCount = 0
            var bit: UInt64 = 0
            while let start = find(from: bit) {
                piece.end = 8 * inputStart + Int64(start)
                if decodeBlock(piece) {
                    piece.start = 8 * inputStart + Int64(start)
                    monitor.change { knownStart = piece.start }
                    while !mustStop, decodeBlock(piece) {}
                    return
                }
                bit = start + 1
            }
        }

        /// The next place in the input that looks like the beginning of a block, in bits.
        private func find(from bit: UInt64) -> UInt64? {
            var bit = bit
            while bit < 8 * UInt64(options.searchLimit), !mustStop {
                // Little by little, so that the thread can be stopped, but always with a whole header.
                let end = min(bit + 8 * 16 << 10, 8 * UInt64(options.searchLimit))
                _ = fill(to: Int(end / 8) + 1024)
                let found = unsafe optml_guess_find(
                    tables, input.baseAddress?.assumingMemoryBound(to: UInt8.self), inputCount, bit, end)
                if found != .max { return found }
                bit = end
            }
            return nil
        }

        /// Decodes the block behind the last one; false if it is damaged, or the last one, or there is no room.
        private func decodeBlock(_ piece: SpeculativePiece) -> Bool {
            while true {
                var bit = UInt64(piece.end - 8 * inputStart)
                // The header of a block and much of it, at least, so that few blocks are begun twice.
                let isMore = fill(to: Int(bit / 8) + options.readSize / 4)
                let room = min(piece.capacity, piece.count + options.blockLimit)
                let status = unsafe optml_guess_block(
                    tables, input.baseAddress?.assumingMemoryBound(to: UInt8.self), inputCount, &bit, piece.symbols,
                    &piece.count, room)
                if status == optml_guess_goes_on {
                    piece.end = 8 * inputStart + Int64(bit)
                    return true
                }
                let hasRead = status == optml_guess_starved && isMore && fill(to: inputCount + 1)
                guard hasRead, !mustStop else { return false }
            }
        }

        /// Reads until the input has `count` bytes; false if the file ends before, or the room.
        private func fill(to count: Int) -> Bool {
            while inputCount < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: input[inputCount...].prefix(options.readSize))
                let wanted = Int(min(Int64(rest.count), file.size - inputStart - Int64(inputCount)))
                guard wanted > 0 else { return false }
                // What cannot be read the stream itself will find out.
                guard
                    let read = try? unsafe file.read(
                        into: UnsafeMutableRawBufferPointer(rebasing: rest[..<wanted]),
                        at: inputStart + Int64(inputCount)),
                    read > 0
                else { return false }
                inputCount += read
            }
            return true
        }
    }
}
