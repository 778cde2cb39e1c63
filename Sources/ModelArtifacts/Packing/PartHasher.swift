/// Hashes parts of a file that is being written, many side by side, from the system's cache of it.
///
/// Vector instructions need many messages at a time, and many parts would need much memory. What was just written is in the
/// cache anyway, so it is read from there a few kilobytes at a time.
struct PartHasher: ~Copyable {
    /// A part of the archive.
    struct Part {
        /// Its number, from 0.
        let number: Int
        /// Its bytes, from the beginning of the archive.
        let range: Range<Int64>
    }

    private struct Work {
        let part: Part
        /// Where to read on.
        var offset: Int64
    }

    private let output: ArchiveOutput
    private var lanes: MD5Lanes

    init(_ output: ArchiveOutput, kernel: MD5Kernel) {
        self.output = output
        lanes = MD5Lanes(kernel: kernel)
    }

    /// The digests of parts, at most as many as the kernel has lanes, by their numbers.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed` if what was written cannot be read.
    mutating func digests(of parts: [Part]) throws(ArtifactError) -> [(part: Int, digest: MD5Digest)] {
        var works: [Work] = []
        var digests: [(part: Int, digest: MD5Digest)] = []
        for part in parts {
            works.append(Work(part: part, offset: part.range.lowerBound))
            lanes.append()
            try fill(&works[works.count - 1], lane: works.count - 1)
        }
        while lanes.count > 0 {
            lanes.advance()
            // From the last on, as the last one takes the place of one that is removed.
            for lane in (0..<lanes.count).reversed() where lanes.isWaiting(lane) {
                if works[lane].offset < works[lane].part.range.upperBound {
                    try fill(&works[lane], lane: lane)
                } else {
                    digests.append((works[lane].part.number, lanes.digest(lane)))
                    lanes.remove(lane)
                    works.swapAt(lane, works.count - 1)
                    works.removeLast()
                }
            }
        }
        return digests
    }

    private mutating func fill(_ work: inout Work, lane: Int) throws(ArtifactError) {
        let (offset, range) = (work.offset, work.part.range)
        let count = Int(min(Int64(MD5Lanes.chunkByteCount), range.upperBound - offset))
        let isEnd = offset + Int64(count) == range.upperBound
        _ = try unsafe lanes.fill(lane, count: count, endingAt: isEnd ? Int64(range.count) : nil) {
            buffer throws(ArtifactError) in try unsafe output.read(into: buffer, at: offset)
        }
        work.offset += Int64(count)
    }
}
