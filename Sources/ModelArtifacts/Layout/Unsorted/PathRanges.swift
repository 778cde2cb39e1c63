/// Paths in any order, divided into ranges of paths that follow each other in byte order and are about as large.
///
/// The borders are taken from a sample, so that ranges are of the same size whatever the paths are like.
///
/// Source: W. D. Frazer, A. C. McKellar, "Samplesort", Journal of the ACM 17, 1970.
struct PathRanges {
    /// How many paths a range has, about: with what sorting needs they fit into a second-level cache.
    private static let size = 4096
    /// How many paths of a range are in the sample, about.
    private static let oversampling = 8

    /// The batches that the paths are in, which keep them where they are.
    private let batches: [PathBatch]
    /// The paths, range by range, and in each in the order in which they were added.
    private var paths: [PathReference] = []
    /// Where each range ends.
    private var ends: [Int] = []

    /// The number of ranges.
    var count: Int { ends.count }

    /// - Parameter jobs: how many threads divide the paths, this one among them.
    init(_ batches: [PathBatch], jobs: Int) {
        self.batches = batches
        let total = batches.reduce(0) { $0 + $1.count }
        guard total > 0 else { return }
        let borders = Self.borders(batches, count: total / Self.size)
        let frozen = Frozen((batches: batches, borders: borders))
        let work = WorkAhead(count: batches.count, jobs: jobs) { number in
            let (batch, borders) = (frozen.value.batches[number], frozen.value.borders)
            var ranges: [Int32] = []
            ranges.reserveCapacity(batch.count)
            batch.forEach { ranges.append(Int32(truncatingIfNeeded: borders.range(of: $0))) }
            return ranges
        }
        defer { work.stop() }
        var ranges: [[Int32]] = []
        var counts = [Int](repeating: 0, count: borders.count + 1)
        while let found = work.next() {
            for range in found { counts[Int(range)] += 1 }
            ranges.append(found)
        }
        guard var path = batches.first?.first else { return }
        paths = [PathReference](repeating: path, count: total)
        var places: [Int] = []
        for count in counts {
            places.append(ends.last ?? 0)
            ends.append((ends.last ?? 0) + count)
        }
        for (batch, ranges) in zip(batches, ranges) {
            path = batch.first
            for range in ranges {
                paths[places[Int(range)]] = path
                places[Int(range)] += 1
                path = path.next
            }
        }
    }

    /// The paths of a range in byte order, equal ones in the order in which they were added.
    func sorted(_ range: Int, in room: PathSortRoom, _ pool: PathBatchPool) -> PathBatch {
        var keys: [PathSortKey] = []
        swap(&keys, &room.keys)
        defer { swap(&keys, &room.keys) }
        keys.removeAll(keepingCapacity: true)
        var byteCount = 0
        for path in paths[(range > 0 ? ends[range - 1] : 0)..<ends[range]] {
            keys.append(PathSortKey(path, number: keys.count))
            byteCount += path.recordSize
        }
        PathSorter.sort(&keys, in: room)
        let batch = pool.take(capacity: byteCount)
        for key in keys { _ = batch.append(unsafe key.path.bytes.span, key.path.file) }
        return batch
    }

    private static func borders(_ batches: [PathBatch], count: Int) -> PathBorders {
        guard count > 1 else { return PathBorders([]) }
        let total = batches.reduce(0) { $0 + $1.count }
        let step = max(1, total / (count * oversampling))
        var sample: [PathSortKey] = []
        var number = 0
        for batch in batches {
            batch.forEach { path in
                if number.isMultiple(of: step) { sample.append(PathSortKey(path, number: number)) }
                number += 1
            }
        }
        PathSorter.sort(&sample)
        return PathBorders(
            stride(from: oversampling, to: sample.count, by: oversampling).map { sample[$0].path })
    }
}
