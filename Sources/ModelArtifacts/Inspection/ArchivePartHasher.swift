/// Hashes parts of a file side by side.
struct ArchivePartHasher: ~Copyable {
    /// A part in a lane.
    private struct Work {
        let part: Int
        let range: Range<Int64>
        /// Where to read on; the end of the range once everything was read.
        var offset: Int64
        /// Whether the last bytes are in the lane.
        var isRead = false
    }

    private let file: any RandomAccessFile
    private var lanes: MD5Lanes
    /// What each lane in use works on.
    private var works: [Work] = []

    init(file: any RandomAccessFile, kernel: MD5Kernel) {
        self.file = file
        lanes = MD5Lanes(kernel: kernel)
    }

    /// Hashes parts, at most as many as the kernel has lanes, and hands over their digests.
    ///
    /// - Parameters:
    ///   - isReleased: waits until the file may be read up to an offset; false stops everything.
    ///   - complete: takes a part and its digest.
    /// - Returns: whether all parts were hashed.
    /// - Throws: ``ArtifactError`` with code `readFailed`, or `changedWhileRead` if the file has become shorter.
    mutating func hash(
        _ parts: [(index: Int, range: Range<Int64>)], whenReleased isReleased: (Int64) -> Bool,
        complete: (Int, MD5Digest) -> Void
    ) throws(ArtifactError) -> Bool {
        for part in parts {
            works.append(Work(part: part.index, range: part.range, offset: part.range.lowerBound))
            lanes.append()
            guard try read(lane: lanes.count - 1, isReleased) else { return false }
        }
        while lanes.count > 0 {
            lanes.advance()
            // From the last on, as the last one takes the place of one that is removed.
            for lane in (0..<lanes.count).reversed() where lanes.isWaiting(lane) {
                guard works[lane].isRead else {
                    guard try read(lane: lane, isReleased) else { return false }
                    continue
                }
                complete(works[lane].part, lanes.digest(lane))
                lanes.remove(lane)
                works.swapAt(lane, works.count - 1)
                works.removeLast()
            }
        }
        return true
    }

    /// Reads the next bytes of the part in a lane; false if that is not to be done any more.
    private mutating func read(lane: Int, _ isReleased: (Int64) -> Bool) throws(ArtifactError) -> Bool {
        let (offset, range) = (works[lane].offset, works[lane].range)
        let wanted = Int(min(Int64(MD5Lanes.chunkByteCount), range.upperBound - offset))
        let end = offset + Int64(wanted)
        guard isReleased(end) else { return false }
        let isEnd = end == range.upperBound
        let count = try unsafe lanes.fill(lane, count: wanted, endingAt: isEnd ? Int64(range.count) : nil) {
            buffer throws(ArtifactError) in
            try unsafe file.read(into: buffer, at: offset)
        }
        guard count == wanted else {
            throw .unexpectedSize(offset + Int64(count), insteadOf: file.size, path: file.path)
        }
        works[lane].offset = end
        works[lane].isRead = isEnd
        return true
    }
}
