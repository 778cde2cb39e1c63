/// A few blocks of memory that go round between a thread that fills them and another that reads them.
///
/// Memory is bounded: who is ahead waits.
@safe final class BlockRing {
    /// How many blocks there are: one on each side and two for differences in pace.
    private static let blockCount = 4

    private let monitor = Monitor()
    private let blockSize: Int
    private let memory: UnsafeMutableRawBufferPointer
    private var counts = [Int](repeating: 0, count: blockCount)
    /// How many blocks were filled and how many of them were released, since the beginning.
    private var (filled, released) = (0, 0)
    private var isClosed = false
    private var isAbandoned = false
    /// Whether the reader holds a block. Belongs to the reader.
    private var isReading = false

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
        let number: Int? = monitor.whenever({ isAbandoned || filled - released < Self.blockCount }) {
            isAbandoned ? nil : filled
        }
        return unsafe number.map { unsafe block($0) }
    }

    /// Hands the block over with so many bytes in it.
    func publish(_ count: Int) {
        monitor.change {
            counts[filled % Self.blockCount] = count
            filled += 1
        }
    }

    /// Says that no more blocks follow. What the writer did before is then done for the reader, too.
    func close() { monitor.change { isClosed = true } }

    /// Waits for the next block, which is valid until the next call; nil at the end.
    func nextToRead() -> UnsafeRawBufferPointer? {
        if isReading { monitor.change { released += 1 } }
        let next: (number: Int, count: Int)? = monitor.whenever({ isClosed || filled > released }) {
            filled > released ? (released, counts[released % Self.blockCount]) : nil
        }
        isReading = next != nil
        guard let next else { return nil }
        return unsafe UnsafeRawBufferPointer(rebasing: block(next.number)[..<next.count])
    }

    /// Says that nothing will be read any more.
    func abandon() { monitor.change { isAbandoned = true } }

    private func block(_ number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % Self.blockCount * blockSize
        return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + blockSize])
    }
}
