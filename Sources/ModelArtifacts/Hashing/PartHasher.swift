/// Hashes parts of a file side by side, while something else reads or writes it.
///
/// Vector instructions need many messages at a time, and to keep many parts would need much memory. What was just read or
/// written is in the system's cache anyway, so it is read from there a few kilobytes at a time.
@safe struct PartHasher: ~Copyable {
    /// A part of the file.
    struct Part {
        /// Its number, from 0.
        let number: Int
        /// Its bytes, from the beginning of the file.
        let range: Range<Int64>
    }

    /// Fills a whole buffer with what begins at an offset, or throws.
    typealias Read = (_ buffer: UnsafeMutableRawBufferPointer, _ offset: Int64) throws(ArtifactError) -> Void

    /// A part in a lane.
    private struct Work {
        let part: Part
        /// Where to read on.
        var offset: Int64
        /// Whether the last bytes are in the lane.
        var isRead = false
    }

    private let read: Read
    private var lanes: MD5Lanes
    /// What each lane in use works on.
    private var works: [Work] = []

    init(kernel: MD5Kernel, read: @escaping Read) {
        unsafe self.read = unsafe read
        lanes = MD5Lanes(kernel: kernel)
    }

    /// Hashes parts, at most as many as the kernel has lanes, and hands over their digests.
    ///
    /// - Parameters:
    ///   - isReleased: waits until the file may be read up to an offset; false stops everything.
    ///   - complete: takes the number of a part and its digest.
    /// - Returns: whether all parts were hashed.
    /// - Throws: what reading throws.
    mutating func hash(
        _ parts: some Sequence<Part>, whenReleased isReleased: (Int64) -> Bool = { _ in true },
        complete: (Int, MD5Digest) -> Void
    ) throws(ArtifactError) -> Bool {
        for part in parts {
            works.append(Work(part: part, offset: part.range.lowerBound))
            lanes.append()
            guard try fill(lane: lanes.count - 1, isReleased) else { return false }
        }
        while lanes.count > 0 {
            lanes.advance()
            // From the last one on, since the last one takes the place of one that is removed.
            for lane in (0..<lanes.count).reversed() where lanes.isWaiting(lane) {
                guard works[lane].isRead else {
                    guard try fill(lane: lane, isReleased) else { return false }
                    continue
                }
                complete(works[lane].part.number, lanes.digest(lane))
                lanes.remove(lane)
                works.swapAt(lane, works.count - 1)
                works.removeLast()
            }
        }
        return true
    }

    /// Reads the next bytes of the part in a lane; false if that is not to be done any more.
    private mutating func fill(lane: Int, _ isReleased: (Int64) -> Bool) throws(ArtifactError) -> Bool {
        let (offset, range) = (works[lane].offset, works[lane].part.range)
        let count = Int(min(Int64(MD5Lanes.chunkByteCount), range.upperBound - offset))
        let end = offset + Int64(count)
        guard isReleased(end) else { return false }
        let isEnd = end == range.upperBound
        let read = unsafe read
        _ = try unsafe lanes.fill(lane, count: count, endingAt: isEnd ? Int64(range.count) : nil) {
            buffer throws(ArtifactError) in
            try unsafe read(buffer, offset)
            return buffer.count
        }
        works[lane].offset = end
        works[lane].isRead = isEnd
        return true
    }
}
