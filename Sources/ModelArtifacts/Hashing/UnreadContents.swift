/// The CRC-32 of contents of stored blocks that the reader of an archive passes over, as nobody wants to see them.
///
/// Those who hash the file have each of its bytes in the processor's cache anyway and compute it there, part by part. The
/// reader tells where the contents are, and what it has read itself between them.
final class UnreadContents: Sendable {
    /// How many runs there may be, each with something between it and the one before, so that memory is bounded.
    private static let maximumRunCount = 1 << 16

    /// Contents that follow each other in a part of the file.
    private struct Extent {
        let range: Range<Int64>
        let run: Int
    }

    /// The checksum of what a part holds of a run.
    private struct Sum {
        let run: Int
        var checksum: UInt32 = 0
        var count: Int64 = 0
    }

    private struct Part {
        /// In the order of the file.
        var extents: [Extent] = []
        /// The first extent that is not behind what was hashed.
        var next = 0
        var sums: [Sum] = []

        /// The extents that begin before `end` and are not behind what was hashed, and the last sum, which is taken out since
        /// they may go on with it; nil if there are none.
        mutating func take(upTo end: Int64) -> (ArraySlice<Extent>, [Sum])? {
            let first = next
            while next < extents.count, extents[next].range.upperBound <= end { next += 1 }
            var last = next
            if last < extents.count, extents[last].range.lowerBound < end { last += 1 }
            guard first < last else { return nil }
            let taken = extents[first..<last]
            // What is behind is not needed any more.
            if next == extents.count { (extents, next) = ([], 0) }
            return (taken, sums.popLast().map { [$0] } ?? [])
        }
    }

    private struct State {
        var parts: [Int: Part] = [:]
        /// What the reader itself has read before each run.
        var between: [(checksum: UInt32, count: Int64)] = []
    }

    private let partSize: Int64
    private let state = Lock(State())

    /// - Parameter partSize: the size of the parts that the file is hashed in, in bytes.
    init(partSize: Int64) {
        self.partSize = partSize
    }

    /// Whether there is room for more.
    var hasRoom: Bool { state.withLock { $0.between.count < Self.maximumRunCount } }

    /// Notes where contents lie in the file, in their order. Nobody must have hashed beyond the first of them.
    ///
    /// - Parameters:
    ///   - checksum: that of what the reader has read since the last call, or since the beginning.
    ///   - count: how many bytes that is.
    func append(_ ranges: [Range<Int64>], after checksum: UInt32, of count: Int64) {
        state.withLock { state in
            if count > 0 || state.between.isEmpty { state.between.append((checksum, count)) }
            for range in ranges {
                var start = range.lowerBound
                while start < range.upperBound {
                    let part = start / partSize
                    let end = min(range.upperBound, (part + 1) * partSize)
                    state.parts[Int(part), default: Part()].extents.append(
                        Extent(range: start..<end, run: state.between.count - 1))
                    start = end
                }
            }
        }
    }

    /// Takes in what there is of contents in the next bytes of a part, which are hashed in their order and by one thread.
    func update(with bytes: UnsafeRawBufferPointer, at offset: Int64) {
        let range = offset..<offset + Int64(bytes.count)
        let number = Int(offset / partSize)
        guard case (let extents, var sums)? = state.withLock({ $0.parts[number]?.take(upTo: range.upperBound) }) else {
            return
        }
        for extent in extents {
            if extent.run != sums.last?.run { sums.append(Sum(run: extent.run)) }
            let piece = extent.range.clamped(to: range)
            let slice = Int(piece.lowerBound - offset)..<Int(piece.upperBound - offset)
            let last = sums.count - 1
            sums[last].checksum = unsafe CRC32.checksum(
                of: UnsafeRawBufferPointer(rebasing: bytes[slice]), after: sums[last].checksum)
            sums[last].count += Int64(piece.count)
        }
        state.withLock { $0.parts[number]?.sums += sums }
    }

    /// The checksum of all contents, those that the reader has read and those that it has not, once all of them were hashed.
    ///
    /// - Parameters:
    ///   - checksum: that of what the reader has read since the last call of ``append(_:after:of:)``.
    ///   - count: how many bytes that is.
    func checksum(before checksum: UInt32, of count: Int64) -> UInt32 {
        state.withLock { state in
            var total: UInt32 = 0
            var runs = 0
            for sum in state.parts.sorted(by: { $0.key < $1.key }).flatMap(\.value.sums) {
                while runs <= sum.run {
                    let (checksum, count) = state.between[runs]
                    total = CRC32.checksum(of: total, followedBy: checksum, of: count)
                    runs += 1
                }
                total = CRC32.checksum(of: total, followedBy: sum.checksum, of: sum.count)
            }
            return CRC32.checksum(of: total, followedBy: checksum, of: count)
        }
    }
}
