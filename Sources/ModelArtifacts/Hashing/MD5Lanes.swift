import CKernels

/// Messages whose MD5s are computed side by side, with a buffer for each.
///
/// The lanes in use are always the first ones, so that few of them need few registers.
@safe package struct MD5Lanes: ~Copyable {
    /// The room for bytes of a message in a lane: enough for few system calls, and little enough for all lanes to stay in a
    /// second-level cache or close to it. A whole number of blocks.
    package static let chunkByteCount = 64 << 10

    /// The distance of two buffers. With a power of two, the same place of all buffers would fall into one set of the
    /// first-level cache; and there has to be room for the padding.
    private static let stride = chunkByteCount + 3 * 64

    /// The number of lanes that there can be.
    package let capacity: Int
    /// The number of lanes in use.
    package private(set) var count = 0

    private let kernel: MD5Kernel
    private let lanes: UnsafeMutablePointer<optml_md5_lane>
    private let memory: UnsafeMutableRawBufferPointer
    /// Which buffer belongs to each lane, the free ones last.
    private var buffers: [Int]

    /// Makes as many lanes as the kernel can use, none of them in use.
    package init(kernel: MD5Kernel) {
        self.kernel = kernel
        capacity = kernel.laneCount
        unsafe lanes = .allocate(capacity: capacity)
        unsafe memory = .allocate(byteCount: capacity * Self.stride, alignment: 64)
        buffers = Array(0..<capacity)
    }

    deinit {
        unsafe lanes.deallocate()
        unsafe memory.deallocate()
    }

    /// Begins a message in a lane behind those in use; there must be room for it.
    package mutating func append() {
        precondition(count < capacity)
        unsafe optml_md5_lane_start(lanes + count)
        count += 1
    }

    /// Frees a lane. The last one takes its place.
    package mutating func remove(_ lane: Int) {
        precondition(lane < count)
        count -= 1
        unsafe lanes[lane] = lanes[count]
        buffers.swapAt(lane, count)
    }

    /// Fills the buffer of a lane that waits for bytes with the next `count` of its message, at most ``chunkByteCount``.
    ///
    /// - Parameters:
    ///   - length: that of the message if it ends here; otherwise `count` must be a whole number of blocks.
    ///   - read: puts up to as many bytes as the buffer has into it and returns how many.
    /// - Returns: what `read` returned. With less than `count`, the lane is of no use any more but to be removed.
    package mutating func fill(
        _ lane: Int, count: Int, endingAt length: Int64?,
        read: (UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int
    ) throws(ArtifactError) -> Int {
        precondition(lane < self.count && count <= Self.chunkByteCount)
        precondition(length != nil || count % 64 == 0)
        let start = buffers[lane] * Self.stride
        let buffer = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + Self.stride])
        let got = count == 0 ? 0 : try unsafe read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
        guard got == count, let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return got
        }
        var blocks = count / 64
        if let length {
            unsafe blocks += optml_md5_pad(base + 64 * blocks, count % 64, UInt64(length))
        }
        unsafe lanes[lane].next = UnsafePointer(base)
        unsafe lanes[lane].blocks = blocks
        return got
    }

    /// Takes in as many blocks as every lane in use has; afterwards at least one of them waits for bytes or is at its end.
    package mutating func advance() {
        unsafe optml_md5_lanes_advance(kernel.symbol, lanes, count)
    }

    /// Whether everything in the buffer of the lane has been taken in.
    package func isWaiting(_ lane: Int) -> Bool {
        precondition(lane < count)
        return unsafe lanes[lane].blocks == 0
    }

    /// The digest of a lane that has taken in the end of its message.
    package func digest(_ lane: Int) -> MD5Digest {
        precondition(lane < count)
        return unsafe MD5Digest(lanes[lane].state)
    }
}

extension MD5Digest {
    /// The state of a message that has been taken in to its end, as words whose lowest byte comes first.
    init(_ state: (UInt32, UInt32, UInt32, UInt32)) {
        func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
            UInt64(first.byteSwapped) << 32 | UInt64(second.byteSwapped)
        }
        self.init(high: pair(state.0, state.1), low: pair(state.2, state.3))
    }
}
