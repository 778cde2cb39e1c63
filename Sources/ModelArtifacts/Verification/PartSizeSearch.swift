import CKernels

/// Computes the ETags that a file gets with several part sizes, and reads it once.
///
/// Whatever the part size, each byte belongs to one part. So there are as many messages to hash at a time as part sizes, and
/// they are hashed side by side over the same bytes. Memory is that of 1 MiB of the file and a few hundred bytes a part size.
@safe struct PartSizeSearch: ~Copyable {
    /// How much is read at once: little enough to stay in a second-level cache from one group of lanes to the next.
    private static let windowSize = 1 << 20
    /// The room for the end of a part with its padding.
    private static let padSize = 128

    /// The hashing for one part size.
    private struct Stream {
        /// The place of the part size among all.
        let index: Int
        let partSize: Int64
        /// The current part.
        var part: Range<Int64>
        /// Where in the file the bytes are that come next.
        var offset: Int64 = 0
        /// Whether the lane has the end of the part.
        var isEnding = false
        var isDone = false
        /// What the digests of the parts so far have come to.
        var digests = MD5()
        var partCount = 0
    }

    private let size: Int64
    private let kernel: MD5Kernel
    private var streams: [Stream]
    /// The lane of each stream.
    private let lanes: UnsafeMutablePointer<optml_md5_lane>
    /// The end of a part of each stream, by its index.
    private let pads: UnsafeMutablePointer<UInt8>
    /// The bytes of the file from ``start`` to ``end``.
    private let window: UnsafeMutablePointer<UInt8>
    private var start: Int64 = 0
    private var end: Int64 = 0

    private init(size: Int64, partSizes: [Int64], kernel: MD5Kernel) {
        self.size = size
        self.kernel = kernel
        streams = partSizes.enumerated().map { index, partSize in
            Stream(index: index, partSize: partSize, part: 0..<min(size, partSize))
        }
        unsafe lanes = .allocate(capacity: partSizes.count)
        for index in partSizes.indices { unsafe optml_md5_lane_start(lanes + index) }
        unsafe pads = .allocate(capacity: partSizes.count * Self.padSize)
        unsafe window = .allocate(capacity: Self.windowSize + 64)
    }

    deinit {
        unsafe lanes.deallocate()
        unsafe pads.deallocate()
        unsafe window.deallocate()
    }

    /// The ETags that a file gets, uploaded in parts of each of the sizes.
    ///
    /// - Parameters:
    ///   - partSizes: in bytes, at least 1.
    ///   - progress: told how many more bytes were read.
    /// - Throws: ``ArtifactError`` with code `readFailed` or `changedWhileRead`; `CancellationError`.
    static func etags(
        of file: any RandomAccessFile, partSizes: [Int64], kernel: MD5Kernel, progress: ((Int64) -> Void)? = nil
    ) throws -> [ETag] {
        var search = PartSizeSearch(size: file.size, partSizes: partSizes, kernel: kernel)
        repeat {
            try Task.checkCancellation()
            let count = try search.read(file)
            progress?(Int64(count))
            for group in stride(from: 0, to: partSizes.count, by: kernel.laneCount) {
                search.advance(group..<min(group + kernel.laneCount, partSizes.count))
            }
        } while search.end < search.size
        try file.verifyUnchanged()
        return search.streams.sorted { $0.index < $1.index }.map {
            ETag(partsDigest: $0.digests.finish(), partCount: $0.partCount)
        }
    }

    /// Moves the window on. What no stream has taken in yet, less than a block, stays.
    private mutating func read(_ file: any RandomAccessFile) throws(ArtifactError) -> Int {
        let kept = streams.reduce(end) { min($0, $1.offset) }
        let keptCount = Int(end - kept)
        unsafe UnsafeMutableRawPointer(window).copyMemory(
            from: window + Int(kept - start), byteCount: keptCount)
        start = kept
        let wanted = Int(min(Int64(Self.windowSize), size - end))
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: window + keptCount, count: wanted)
        let count = try unsafe file.read(into: buffer, at: end)
        end += Int64(count)
        guard count == wanted else { throw .unexpectedSize(end, insteadOf: size, path: file.path) }
        return count
    }

    /// Takes the window into the lanes of a group of streams. Those that have something to take in stand in front.
    private mutating func advance(_ group: Range<Int>) {
        var active = group.upperBound
        while true {
            var index = group.lowerBound
            while index < active {
                if feed(index) {
                    index += 1
                } else {
                    active -= 1
                    streams.swapAt(index, active)
                    let lane = unsafe lanes[index]
                    unsafe lanes[index] = lanes[active]
                    unsafe lanes[active] = lane
                }
            }
            guard active > group.lowerBound else { return }
            unsafe optml_md5_lanes_advance(kernel.symbol, lanes + group.lowerBound, active - group.lowerBound)
        }
    }

    /// Gives a lane that waits the next blocks of the window; returns false if there are none.
    private mutating func feed(_ index: Int) -> Bool {
        if unsafe lanes[index].blocks > 0 { return true }
        if streams[index].isEnding { endPart(index) }
        let stream = streams[index]
        guard !stream.isDone else { return false }
        let last = min(stream.part.upperBound, end)
        let blocks = Int(last - stream.offset) / 64
        let bytes = unsafe window + Int(stream.offset - start)
        if blocks > 0 {
            unsafe lanes[index].next = UnsafePointer(bytes)
            unsafe lanes[index].blocks = blocks
            streams[index].offset += Int64(64 * blocks)
            return true
        }
        guard last == stream.part.upperBound else { return false }
        let held = Int(last - stream.offset)
        let pad = unsafe pads + stream.index * Self.padSize
        unsafe UnsafeMutableRawPointer(pad).copyMemory(from: bytes, byteCount: held)
        unsafe lanes[index].blocks = optml_md5_pad(pad, held, UInt64(stream.part.count))
        unsafe lanes[index].next = UnsafePointer(pad)
        streams[index].offset = last
        streams[index].isEnding = true
        return true
    }

    private mutating func endPart(_ index: Int) {
        streams[index].digests.update(unsafe MD5Digest(lanes[index].state))
        streams[index].partCount += 1
        streams[index].isEnding = false
        let start = streams[index].part.upperBound
        streams[index].isDone = start == size
        streams[index].part = start..<min(size, start + streams[index].partSize)
        unsafe optml_md5_lane_start(lanes + index)
    }
}
