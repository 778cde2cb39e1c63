/// A few blocks of memory that go round between a thread that fills them and another that reads them.
///
/// Memory is bounded: who is ahead waits. A block may have gaps, which are not read.
///
/// Waking a thread takes as long as reading some ten kilobytes, so whoever waits sleeps until there are several blocks.
@safe final class BlockRing {
    /// How many blocks there are.
    private static let blockCount = 8
    /// How many blocks are waited for where there is none.
    private static let wakingCount = blockCount / 2

    private let monitor = Monitor()
    private let blockSize: Int
    private let memory: UnsafeMutableRawBufferPointer
    /// The parts of each block that hold something, in their order.
    private var pieces = [[Range<Int>]](repeating: [], count: blockCount)
    /// How many blocks were filled and how many of them were released, since the beginning.
    private var (filled, released) = (0, 0)
    /// How many blocks there are to read, the one that the reader holds among them.
    private var waiting: Int { filled - released }
    private var isClosed = false
    private var isAbandoned = false
    /// What is left to read of the block numbered `released`, in reverse; nil if the reader holds none. Belongs to the reader.
    private var unread: [Range<Int>]?

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
    func publish(_ pieces: [Range<Int>]) {
        monitor.wake(afterChange: {
            self.pieces[filled % Self.blockCount] = pieces
            filled += 1
            return waiting >= Self.wakingCount
        })
    }

    /// Says that no more blocks follow. What the writer did before is then done for the reader, too.
    func close() { monitor.change { isClosed = true } }

    /// Waits for the next piece, which is valid until the next call; nil at the end.
    func nextToRead() -> UnsafeRawBufferPointer? {
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
                waiting > 0 ? pieces[released % Self.blockCount].reversed() : nil
            }
        }
        guard let piece = unread?.popLast() else { return nil }
        return unsafe UnsafeRawBufferPointer(rebasing: block(released)[piece])
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }

    private func block(_ number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % Self.blockCount * blockSize
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + blockSize])
    }
}
