/// A few blocks of memory that go round between a thread that fills them and another that reads them.
///
/// Memory is bounded: who is ahead waits. A block may have gaps, which are not read. Of what the reader says that it will skip,
/// the writer may leave out as much as it likes.
///
/// Waking a thread takes as long as reading some ten kilobytes, so whoever waits sleeps until there are several blocks.
@safe final class BlockRing {
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

    private let monitor = Monitor()
    private let blockSize: Int
    private let memory: UnsafeMutableRawBufferPointer
    private var blocks = [Block](repeating: Block(), count: blockCount)
    /// How many blocks were filled and how many of them were released, since the beginning.
    private var (filled, released) = (0, 0)
    /// How many blocks there are to read, the one that the reader holds among them.
    private var waiting: Int { filled - released }
    private var isClosed = false
    private var isAbandoned = false
    /// Up to where, in bytes since the beginning, nobody wants to see what comes.
    private var skippedEnd: Int64 = 0
    /// What is left to read of the block numbered `released`, the pieces in reverse; nil if the reader holds none. Belongs to
    /// the reader.
    private var unread: Block?

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
            if isAbandoned || Self.blockCount - waiting >= wanted { return true }
            wanted = Self.wakingCount
            return false
        }) {
            isAbandoned ? nil : filled
        }
        return unsafe number.map { unsafe block($0) }
    }

    /// Hands the block over, of which these parts, at least one, are to be read.
    func publish(_ pieces: [Range<Int>]) { publish(Block(pieces: pieces)) }

    /// Hands the block over without anything in it, and says that some bytes were left out, at least one, which all lie before
    /// ``omittableEnd``.
    func publish(omitting count: Int64) { publish(Block(omitted: count)) }

    private func publish(_ block: Block) {
        monitor.wake(afterChange: {
            blocks[filled % Self.blockCount] = block
            filled += 1
            return waiting >= Self.wakingCount
        })
    }

    /// Up to where bytes may be left out, counted from the beginning.
    var omittableEnd: Int64 { monitor.whenever({ true }, { skippedEnd }) }

    /// Says that no more blocks follow. What the writer did before is then done for the reader, too.
    func close() { monitor.change { isClosed = true } }

    /// Waits for the next piece, which is valid until the next call; nil at the end.
    func nextToRead() -> UnsafeRawBufferPointer? {
        waitForMore()
        guard let piece = unread?.pieces.popLast() else { return nil }
        return unsafe UnsafeRawBufferPointer(rebasing: block(released)[piece])
    }

    /// Passes over what comes next, as far as whole pieces of it lie in a range of bytes, counted from the beginning; returns how
    /// many bytes these were.
    ///
    /// - Parameter range: begins with the next byte.
    func skip(_ range: Range<Int64>) -> Int64 {
        // Nobody waits for this.
        monitor.wake(afterChange: {
            skippedEnd = range.upperBound
            return false
        })
        var skipped: Int64 = 0
        while true {
            waitForMore()
            guard let block = unread else { return skipped }
            if block.omitted > 0 {
                skipped += block.omitted
                unread?.omitted = 0
            } else {
                guard let piece = block.pieces.last, skipped + Int64(piece.count) <= range.count else { return skipped }
                skipped += Int64(piece.count)
                unread?.pieces.removeLast()
            }
        }
    }

    /// Makes sure that something is left of the block that the reader holds, unless there is no more.
    private func waitForMore() {
        if unread?.isEmpty == true {
            monitor.wake(afterChange: {
                released += 1
                return Self.blockCount - waiting >= Self.wakingCount
            })
            unread = nil
        }
        if unread == nil {
            var wanted = 1
            unread = monitor.whenever({
                if isClosed || waiting >= wanted { return true }
                wanted = Self.wakingCount
                return false
            }) {
                guard waiting > 0 else { return nil }
                var block = blocks[released % Self.blockCount]
                block.pieces.reverse()
                return block
            }
        }
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }

    private func block(_ number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % Self.blockCount * blockSize
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + blockSize])
    }
}
