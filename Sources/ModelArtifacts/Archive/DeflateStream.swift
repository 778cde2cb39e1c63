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
        /// Wherever the decompressor stands.
        case inInflater
    }

    private let input: GzipInput
    private let inflater: any Inflater
    /// Whether stored blocks are read without the decompressor.
    private let readsStored: Bool
    private var position = Position.atBlock
    private var storedChecksum: UInt32 = 0
    /// The end of what came out since the decompressor was left, but for what the current call has produced.
    private var history = DeflateHistory()

    /// - Parameter readsStored: false leaves all blocks to the decompressor, to compare with.
    /// - Throws: ``ArtifactError`` if there is not enough memory.
    init(_ input: GzipInput, engine: InflateEngine, readsStored: Bool = true) throws(ArtifactError) {
        self.input = input
        self.readsStored = readsStored
        inflater = try engine.makeInflater()
    }

    /// The CRC-32 (RFC 1952, section 8) of all that was produced since the start of the stream.
    var checksum: UInt32 {
        if case .inInflater = position { inflater.checksum } else { storedChecksum }
    }

    /// Begins a new stream with the next byte of the input.
    func begin() {
        history.removeAll()
        storedChecksum = 0
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
                        unsafe inflater.begin(checksum: storedChecksum, history: history.bytes)
                        position = .inInflater
                    }
                case .inStored(var block):
                    let count = try unsafe copy(block, into: rest)
                    produced += count
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
        if case .inInflater = position { return (produced, status) }
        unsafe history.append(UnsafeRawBufferPointer(rebasing: buffer[unkept..<produced]))
        return (produced, status)
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
        storedChecksum = unsafe inflater.checksum(
            of: UnsafeRawBufferPointer(rebasing: buffer[..<count]), after: storedChecksum)
        return count
    }

    private func inflate(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArtifactError) -> (count: Int, status: Status) {
        let hasInput = try input.fill()
        let step = unsafe inflater.inflate(input.unread, into: buffer)
        input.consume(step.consumed)
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
}
