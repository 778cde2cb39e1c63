/// A few blocks of memory that go round between a thread that fills them and another that reads them.
///
/// Memory is bounded: who is ahead waits. A block may have gaps, which are not read. Of what the reader says that it will skip,
/// the writer may leave out as much as it likes.
///
/// Waking a thread takes as long as reading some ten kilobytes, so whoever waits sleeps until there are several blocks.
@safe final class BlockRing: Sendable {
    /// How many blocks there are.
    private static let blockCount = 8
    /// How many blocks are waited for where there is none.
    private static let wakingCount = blockCount / 2

    /// What there is in a block.
    private struct Block {
        /// How many bytes were left out in place of the block, which then has no pieces.
        var omitted: Int64 = 0
        /// The parts of the block that hold something, in their order.
        var pieces: [Range<Int>] = []

        var isEmpty: Bool { omitted == 0 && pieces.isEmpty }
    }

    private struct State {
        var blocks = [Block](repeating: Block(), count: blockCount)
        /// How many blocks were filled and how many of them were released, since the beginning.
        var (filled, released) = (0, 0)
        var isClosed = false
        var isAbandoned = false
        /// Up to where, in bytes since the beginning, nobody wants to see what comes.
        var skippedEnd: Int64 = 0
        /// What is left to read of the block numbered `released`, the pieces in reverse; nil if the reader holds none.
        var unread: Block?

        /// How many blocks there are to read, the one that the reader holds among them.
        var waiting: Int { filled - released }
    }

    private let monitor = Monitor(State())
    private let blockSize: Int
    /// Each block of it belongs to the writer until it is published, and then to the reader until it is released.
    private nonisolated(unsafe) let memory: UnsafeMutableRawBufferPointer

    /// - Parameter blockSize: in bytes.
    init(blockSize: Int) {
        self.blockSize = blockSize
        // Pages cost nothing before they are written to.
        unsafe memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: blockSize * Self.blockCount, alignment: 4096)
    }

    deinit { unsafe memory.deallocate() }

    /// Waits for a block to fill, which the writer then hands over with ``publish(_:)``; nil once nobody reads any more.
    func nextToFill() -> UnsafeMutableRawBufferPointer? {
        var wanted = 1
        let number: Int? = monitor.whenever({
            if $0.isAbandoned || Self.blockCount - $0.waiting >= wanted { return true }
            wanted = Self.wakingCount
            return false
        }) {
            $0.isAbandoned ? nil : $0.filled
        }
        return unsafe number.map { unsafe block($0) }
    }

    /// Hands the block over, of which these parts, at least one, are to be read.
    func publish(_ pieces: [Range<Int>]) { publish(Block(pieces: pieces)) }

    /// Hands the block over without anything in it, and says that some bytes were left out, at least one, which all lie before
    /// ``omittableEnd``.
    func publish(omitting count: Int64) { publish(Block(omitted: count)) }

    private func publish(_ block: Block) {
        monitor.wake { state in
            state.blocks[state.filled % Self.blockCount] = block
            state.filled += 1
            return state.waiting >= Self.wakingCount
        }
    }

    /// Up to where bytes may be left out, counted from the beginning.
    var omittableEnd: Int64 { monitor.withLock { $0.skippedEnd } }

    /// Says that no more blocks follow. What the writer did before is then done for the reader, too.
    func close() { monitor.change { $0.isClosed = true } }

    /// Waits for the next piece, which is valid until the next call; nil at the end.
    func nextToRead() -> UnsafeRawBufferPointer? {
        waitForMore()
        let piece: (block: Int, range: Range<Int>)? = monitor.withLock { state in
            state.unread?.pieces.popLast().map { (state.released, $0) }
        }
        guard let piece else { return nil }
        return unsafe UnsafeRawBufferPointer(rebasing: block(piece.block)[piece.range])
    }

    /// Passes over what comes next, as far as whole pieces of it lie in a range of bytes, counted from the beginning; returns how
    /// many bytes these were.
    ///
    /// - Parameter range: begins with the next byte.
    func skip(_ range: Range<Int64>) -> Int64 {
        // Nobody waits for this.
        monitor.withLock { $0.skippedEnd = range.upperBound }
        var skipped: Int64 = 0
        while true {
            waitForMore()
            let next: Int64? = monitor.withLock { state in
                guard let block = state.unread else { return nil }
                if block.omitted > 0 {
                    state.unread?.omitted = 0
                    return block.omitted
                }
                guard let piece = block.pieces.last, skipped + Int64(piece.count) <= range.count else { return nil }
                state.unread?.pieces.removeLast()
                return Int64(piece.count)
            }
            guard let next else { return skipped }
            skipped += next
        }
    }

    /// Makes sure that something is left of the block that the reader holds, unless there is no more.
    private func waitForMore() {
        monitor.wake { state in
            guard state.unread?.isEmpty == true else { return false }
            state.unread = nil
            state.released += 1
            return Self.blockCount - state.waiting >= Self.wakingCount
        }
        var wanted = 1
        monitor.whenever({ state in
            if state.unread != nil || state.isClosed || state.waiting >= wanted { return true }
            wanted = Self.wakingCount
            return false
        }) { state in
            guard state.unread == nil, state.waiting > 0 else { return }
            var block = state.blocks[state.released % Self.blockCount]
            block.pieces.reverse()
            state.unread = block
        }
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { $0.isAbandoned = true } }

    private func block(_ number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % Self.blockCount * blockSize
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + blockSize])
    }
}
