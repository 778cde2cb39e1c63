/// The contents of deflate streams (RFC 1951), one after another, without what is wrapped around them.
///
/// Weights hardly compress, so that archives of them are mostly stored blocks. These are not decompressed but read from the
/// file to where they are wanted, and take no longer than their checksum. Everything else, headers that are damaged or cut
/// off among it, is left to an ``Inflater``.
final class DeflateStream {
    /// How a call of ``read(into:)`` ended.
    enum Status {
        /// The buffer is full.
        case goesOn
        /// The stream is complete.
        case ended
        /// The file ends before the stream does.
        case truncated
        /// The data is damaged; the text is safe to show.
        case invalid(String)
        /// The file could not be read, or there is no memory left.
        case failed(ArtifactError)
    }

    /// Where in the stream the next byte of the input lies.
    private enum Position {
        /// At the beginning of a block, which begins with a whole byte.
        case atBlock
        case inStored(StoredBlock)
        /// In what was decompressed ahead.
        case inPiece(SpeculativePiece)
        /// Wherever the decompressor stands.
        case inInflater
    }

    /// How far it reads on where the file was not in memory, in bytes, before it looks again.
    private static let uncachedStep: Int64 = 64 << 20

    private let input: GzipInput
    private let inflater: any Inflater
    /// Whether stored blocks are read without the decompressor.
    private let readsStored: Bool
    private var position = Position.atBlock
    private var storedChecksum: UInt32 = 0
    private let speculative: SpeculativeInflater?
    /// How many bytes were decompressed ahead and taken over.
    private(set) var speculatedBytes: Int64 = 0
    /// How many bytes of contents were stored since the decompressor was left.
    private var storedRun = 0
    private let hasher: ArchiveHasher?
    /// How many bytes were passed over.
    private(set) var passedBytes: Int64 = 0
    /// Whether something of this stream was passed over.
    private var hasPassed = false
    /// How many bytes have come out since something was passed over: those of which ``checksum`` is.
    private var checkedCount: Int64 = 0
    /// Before which offset of the file nothing is passed over, in bytes.
    private var uncachedEnd: Int64 = 0
    /// The end of what came out since the decompressor was left, but for what the current call has produced.
    private var history = DeflateHistory()

    /// - Parameters:
    ///   - readsStored: false leaves all blocks to the decompressor, to compare with.
    ///   - speculative: decompresses ahead, in the file that the input reads.
    ///   - hasher: hashes this file, and can take over the checksum of what is passed over.
    /// - Throws: ``ArtifactError`` if there is not enough memory.
    init(
        _ input: GzipInput, engine: InflateEngine, readsStored: Bool = true, speculative: SpeculativeInflater? = nil,
        hasher: ArchiveHasher? = nil
    ) throws(ArtifactError) {
        self.input = input
        self.readsStored = readsStored
        self.speculative = speculative
        self.hasher = hasher
        inflater = try engine.makeInflater()
    }

    /// The CRC-32 (RFC 1952, section 8) of all that was produced since something was passed over, or else since the start of the
    /// stream.
    private var checksum: UInt32 {
        if case .inInflater = position { inflater.checksum } else { storedChecksum }
    }

    /// The CRC-32 of the contents of the stream, which is complete.
    ///
    /// - Throws: ``ArtifactError`` if what was passed over could not be read.
    func finalChecksum() throws(ArtifactError) -> UInt32 {
        guard let hasher, hasPassed else { return checksum }
        return try hasher.checksum(upTo: input.offset, before: checksum, of: checkedCount)
    }

    /// Begins a new stream with the next byte of the input.
    func begin() {
        history.removeAll()
        storedChecksum = 0
        storedRun = 0
        checkedCount = 0
        hasPassed = false
        position = .atBlock
    }

    /// Produces contents until `buffer` is full or the stream ends, and returns how many bytes these are.
    ///
    /// All that comes before damage is produced.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> (count: Int, status: Status) {
        var produced = 0
        // Where the part of the buffer begins that belongs into the history.
        var unkept = 0
        var status = Status.goesOn
        while produced < buffer.count, case .goesOn = status {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[produced...])
            do throws(ArtifactError) {
                switch position {
                case .atBlock:
                    if let block = readsStored ? try StoredBlock(headerIn: input) : nil {
                        input.consume(StoredBlock.headerSize)
                        status = leave(block)
                    } else {
                        unsafe history.append(UnsafeRawBufferPointer(rebasing: buffer[unkept..<produced]))
                        unkept = produced
                        beginInflating()
                    }
                case .inPiece(let piece):
                    let count = unsafe piece.read(into: rest)
                    storedChecksum = unsafe CRC32.checksum(
                        of: UnsafeRawBufferPointer(rebasing: rest[..<count]), after: storedChecksum)
                    produced += count
                    if piece.isFinished {
                        unsafe history.append(UnsafeRawBufferPointer(rebasing: buffer[unkept..<produced]))
                        unkept = produced
                        try leave(piece)
                    }
                case .inStored(var block):
                    let count = try unsafe copy(block, into: rest)
                    produced += count
                    storedRun += count
                    block.count -= count
                    status = count == 0 ? .truncated : leave(block)
                case .inInflater:
                    let count: Int
                    (count, status) = try unsafe inflate(into: rest)
                    produced += count
                    unkept = produced
                }
            } catch {
                status = .failed(error)
            }
        }
        checkedCount += Int64(produced)
        if case .inInflater = position { return (produced, status) }
        unsafe history.append(UnsafeRawBufferPointer(rebasing: buffer[unkept..<produced]))
        return (produced, status)
    }

    /// Reads on to what may be many stored blocks at once, and returns the parts of `memory` that hold their contents; none if
    /// there is not much of a stored block ahead.
    ///
    /// How much that is grows with what has been stored so far, since what turns out not to be stored has to be moved.
    func readStoredRun(into memory: UnsafeMutableRawBufferPointer) -> (pieces: [Range<Int>], status: Status) {
        guard case .inStored(var block) = position, block.isLarge, input.isEmpty else { return ([], .goesOn) }
        // As in the file, so that the system copies whole pages.
        let start = Int(input.offset % Int64(GzipInput.pageSize))
        let most = min(memory.count, GzipInput.maximumAhead) - start
        guard most >= block.count + StoredBlock.headerSize else { return ([], .goesOn) }
        let wanted = min(most, max(block.count + StoredBlock.headerSize, storedRun))
        let bytes = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + wanted])
        let count: Int
        do { count = try unsafe input.readAhead(into: bytes) } catch { return ([], .failed(error)) }
        var pieces: [Range<Int>] = []
        var status = Status.goesOn
        var used = 0
        while case .goesOn = status {
            if case .inStored(let current) = position {
                block = current
                let piece = used..<min(used + block.count, count)
                if piece.isEmpty { break }
                storedChecksum = unsafe CRC32.checksum(
                    of: UnsafeRawBufferPointer(rebasing: bytes[piece]), after: storedChecksum)
                storedRun += piece.count
                checkedCount += Int64(piece.count)
                pieces.append(start + piece.lowerBound..<start + piece.upperBound)
                used = piece.upperBound
                block.count -= piece.count
                status = leave(block)
            } else {
                guard count - used >= StoredBlock.headerSize,
                    let next = unsafe StoredBlock(
                        header: (bytes[used], bytes[used + 1], bytes[used + 2], bytes[used + 3], bytes[used + 4]))
                else { break }
                used += StoredBlock.headerSize
                status = leave(next)
            }
        }
        unsafe input.keep(UnsafeRawBufferPointer(rebasing: bytes[used..<count]), after: used)
        unsafe remember(pieces, of: UnsafeRawBufferPointer(memory))
        return (pieces, status)
    }

    /// Passes over contents of stored blocks without reading them, and leaves their checksum to the hasher, or returns 0.
    ///
    /// - Parameter limit: how many bytes nobody wants to see.
    func passOver(atMost limit: Int64) -> (count: Int, status: Status) {
        guard let hasher, let file = input.file, case .inStored(let first) = position, first.isLarge, input.isEmpty,
            input.offset >= uncachedEnd, hasher.takesContents
        else { return (0, .goesOn) }
        // It may be far behind.
        hasher.help()
        var walk = StoredBlockWalk(file.file, in: first, at: input.offset)
        walk.go(past: limit)
        // From a disk, everything comes faster in order.
        if walk.isUncached { uncachedEnd = walk.offset + Self.uncachedStep }
        guard walk.count > 0 else { return (0, .goesOn) }
        hasher.take(contents: walk.contents, after: storedChecksum, of: checkedCount)
        input.skip(to: walk.offset)
        hasPassed = true
        storedChecksum = 0
        checkedCount = 0
        passedBytes += Int64(walk.count)
        storedRun += walk.count
        var status = Status.goesOn
        if let block = walk.block { status = leave(block) } else { position = .atBlock }
        if case .inStored(let block) = position, block.count >= DeflateHistory.capacity {
            history.removeAll()
            return (walk.count, status)
        }
        do { try unsafe walk.readEnd().withUnsafeBytes { unsafe history.append($0) } } catch { status = .failed(error) }
        return (walk.count, status)
    }

    /// Takes what a run of stored blocks ends with into the history, unless nothing can refer to it any more.
    private func remember(_ pieces: [Range<Int>], of memory: UnsafeRawBufferPointer) {
        if case .inStored(let block) = position, block.count >= DeflateHistory.capacity {
            history.removeAll()
            return
        }
        var first = pieces.endIndex
        var count = 0
        while first > pieces.startIndex, count < DeflateHistory.capacity {
            first -= 1
            count += pieces[first].count
        }
        for piece in pieces[first...] { unsafe history.append(UnsafeRawBufferPointer(rebasing: memory[piece])) }
    }

    /// Notes what is ahead in a stored block, which may be nothing.
    private func leave(_ block: StoredBlock) -> Status {
        position = block.count > 0 ? .inStored(block) : .atBlock
        return block.count == 0 && block.isLast ? .ended : .goesOn
    }

    /// Copies what is ahead of a stored block and fits; 0 at the end of the file.
    private func copy(
        _ block: StoredBlock, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArtifactError) -> Int {
        let count = try unsafe input.read(min(block.count, buffer.count), into: buffer, isDirect: block.isLarge)
        storedChecksum = unsafe CRC32.checksum(
            of: UnsafeRawBufferPointer(rebasing: buffer[..<count]), after: storedChecksum)
        return count
    }

    /// Lets the decompressor go on with a block.
    private func beginInflating(with bits: LeadingBits = LeadingBits()) {
        unsafe inflater.begin(with: bits, checksum: storedChecksum, history: history.bytes)
        position = .inInflater
        storedRun = 0
    }

    /// Goes on behind what was decompressed ahead.
    private func leave(_ piece: SpeculativePiece) throws(ArtifactError) {
        speculative?.recycle(piece)
        // Whatever happens, the part is behind.
        beginInflating()
        input.skip(to: piece.end / 8)
        let used = Int(piece.end % 8)
        guard used > 0, try input.fill() else { return }
        beginInflating(with: LeadingBits(value: input.peek(0) >> UInt8(used), count: 8 - used))
        input.consume(1)
    }

    private func inflate(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArtifactError) -> (count: Int, status: Status) {
        let hasInput = try input.fill()
        // No further than to where a part begins that is being decompressed ahead.
        let border = borderAhead()
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: input.unread.prefix(border ?? .max))
        let step = unsafe inflater.inflate(bytes, into: buffer)
        input.consume(step.consumed)
        if border == step.consumed, case .goesOn = step.status {
            if let bits = inflater.bitsAhead, speculative?.start(at: input.offset) == 8 * input.offset - Int64(bits) {
                takeOver()
            } else if step.produced < buffer.count {
                speculative?.drop(at: input.offset)
            }
            return (step.produced, .goesOn)
        }
        switch step.status {
        case .ended: return (step.produced, .ended)
        case .invalid(let message): return (step.produced, .invalid(message))
        case .outOfMemory:
            return (step.produced, .failed(ArtifactError(.readFailed, "not enough memory to decompress")))
        case .goesOn: break
        }
        // With so much ahead, what came out before can no longer be referred to by what follows.
        if readsStored, let block = inflater.storedBlock, block.count >= DeflateHistory.capacity {
            input.consume(-inflater.giveBack())
            storedChecksum = inflater.checksum
            history.removeAll()
            position = .inStored(block)
        } else if step.consumed == 0, step.produced == 0 {
            // At the end of the input there may still have been something to produce.
            return (0, hasInput ? .invalid("no progress") : .truncated)
        }
        return (step.produced, .goesOn)
    }

    /// The number of bytes that are left up to the bit where a part begins that is being decompressed ahead, if that is known.
    private func borderAhead() -> Int? {
        guard let speculative else { return nil }
        speculative.begin(aheadOf: input.offset)
        guard let start = speculative.start(at: input.offset) else { return nil }
        let distance = (start + 7) / 8 - input.offset
        if distance >= 0 { return Int(distance) }
        speculative.drop(at: input.offset)
        return nil
    }

    /// Takes over what was decompressed ahead, if it fits to what is behind.
    private func takeOver() {
        guard let piece = unsafe speculative?.take(after: inflater.history, at: input.offset) else { return }
        history.removeAll()
        unsafe history.append(inflater.history)
        storedChecksum = inflater.checksum
        speculatedBytes += Int64(piece.count)
        position = .inPiece(piece)
    }
}
