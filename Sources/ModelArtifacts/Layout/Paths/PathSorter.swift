/// Sorts paths by multikey quicksort, eight bytes at a time.
///
/// Paths that are equal so far are compared by the next eight bytes, which are kept beside the reference, so that most
/// comparisons look at nothing else. Pivots are chosen at random: nobody can write names that make it slow. Where few of the
/// eight bytes differ at all, as in numbered names, paths are distributed by these bytes instead.
///
/// Source: J. Bentley, R. Sedgewick, "Fast algorithms for sorting and searching strings", SODA 1997.
@safe struct PathSorter {
    /// Paths that have the same bytes before `depth`, and are in their places except for one another.
    private struct Part {
        var range: Range<Int>
        var depth: Int
    }

    /// Parts up to this size are sorted by insertion.
    private static let insertionLimit = 12

    /// How many paths ahead memory is asked for.
    private static let lead = 8

    /// Parts from this size on are looked at for bytes that differ.
    private static let distributionLimit = 256

    private let keys: UnsafeMutableBufferPointer<PathSortKey>
    /// Has room for as many keys, for when they are distributed.
    private let room: PathSortRoom
    private var rest: [Part]
    private var generator = SplitMix64(seed: .random(in: 0...UInt64.max))

    private init(_ keys: UnsafeMutableBufferPointer<PathSortKey>, depth: Int, _ room: PathSortRoom) {
        unsafe self.keys = unsafe keys
        self.room = room
        rest = [Part(range: 0..<keys.count, depth: depth)]
    }

    /// Puts the paths into byte order, equal ones into the order of their numbers.
    ///
    /// - Parameters:
    ///   - depth: how many bytes at their beginnings are the same; there the windows of the keys begin.
    ///   - room: has memory that can be used meanwhile.
    static func sort(_ keys: inout [PathSortKey], from depth: Int = 0, in room: PathSortRoom = PathSortRoom()) {
        guard keys.count > 1 else { return }
        unsafe keys.withUnsafeMutableBufferPointer { keys in
            var sorter = unsafe PathSorter(keys, depth: depth, room)
            while let part = sorter.rest.popLast() { sorter.sort(part) }
        }
    }

    /// Puts a small part into order, or takes a large one apart into what is before, at and behind a pivot.
    private mutating func sort(_ part: Part) {
        guard part.range.count > Self.insertionLimit else { return insertionSort(part) }
        if part.range.count >= Self.distributionLimit, distribute(part) { return }
        let pivot = pivot(of: part.range)
        let low = gather(part.range) { $0 < pivot }
        let high = gather(low..<part.range.upperBound) { $0 == pivot }
        rest.append(Part(range: high..<part.range.upperBound, depth: part.depth))
        rest.append(Part(range: part.range.lowerBound..<low, depth: part.depth))
        goDeeper(Part(range: low..<high, depth: part.depth + 8))
    }

    /// Moves the paths whose window is wanted to the front; returns where the others begin.
    ///
    /// There is no branch in the loop, which a processor could only guess.
    @inline(__always)
    private func gather(_ range: Range<Int>, where isWanted: (UInt64) -> Bool) -> Int {
        var end = range.lowerBound
        for index in range {
            let key = unsafe keys[index]
            unsafe keys[index] = unsafe keys[end]
            unsafe keys[end] = key
            end += isWanted(key.window) ? 1 : 0
        }
        return end
    }

    /// Puts the paths into the order of their windows, byte by byte from the last one that differs, if that is cheaper.
    private mutating func distribute(_ part: Part) -> Bool {
        var (common, some) = (UInt64.max, UInt64(0))
        for index in part.range {
            let window = unsafe keys[index].window
            common &= window
            some |= window
        }
        let bits = Int.bitWidth - part.range.count.leadingZeroBitCount
        let passes = WindowDigit.digits(of: common ^ some, bits: min(bits, WindowDigit.mostBits))
        // Quicksort goes over them as often as their number can be halved.
        guard 2 * passes.count <= bits else { return false }
        var (source, target) = unsafe (
            UnsafeMutableBufferPointer(rebasing: keys[part.range]), room.scratch(part.range.count)
        )
        for digit in passes {
            unsafe Self.distribute(source, by: digit, to: target)
            unsafe swap(&source, &target)
        }
        if !passes.count.isMultiple(of: 2) { _ = unsafe target.update(from: source) }
        goDeeperWhereEqual(part)
        return true
    }

    private static func distribute(
        _ source: UnsafeMutableBufferPointer<PathSortKey>, by digit: WindowDigit,
        to target: UnsafeMutableBufferPointer<PathSortKey>
    ) {
        unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: digit.valueCount) { places in
            unsafe places.initialize(repeating: 0)
            for index in 0..<source.count { unsafe places[digit.value(in: source[index].window)] += 1 }
            var start = 0
            for value in 0..<digit.valueCount {
                let count = unsafe places[value]
                unsafe places[value] = start
                start += count
            }
            for index in 0..<source.count {
                let key = unsafe source[index]
                let value = digit.value(in: key.window)
                unsafe target[places[value]] = key
                unsafe places[value] += 1
            }
        }
    }

    /// Goes on with those paths of a part in order that have the same windows.
    private mutating func goDeeperWhereEqual(_ part: Part) {
        var start = part.range.lowerBound
        for index in part.range {
            let isLast = index + 1 == part.range.upperBound
            guard unsafe isLast || keys[index].window != keys[index + 1].window else { continue }
            if index > start { goDeeper(Part(range: start..<index + 1, depth: part.depth + 8)) }
            start = index + 1
        }
    }

    /// Goes on with paths that are equal before the depth: those that have ended come first.
    private mutating func goDeeper(_ part: Part) {
        var start = part.range.lowerBound
        for index in part.range {
            if index + Self.lead < part.range.upperBound { unsafe keys[index + Self.lead].path.prefetch() }
            guard unsafe keys[index].path.count <= part.depth else { continue }
            unsafe keys.swapAt(start, index)
            start += 1
        }
        if start - part.range.lowerBound > 1 {
            var ended = unsafe UnsafeMutableBufferPointer(rebasing: keys[part.range.lowerBound..<start])
            unsafe ended.sort { ($0.path.count, $0.number) < ($1.path.count, $1.number) }
        }
        let range = start..<part.range.upperBound
        guard range.count > 1 else { return }
        let depth = commonPrefix(of: range, from: part.depth)
        for index in range {
            if index + Self.lead < range.upperBound { unsafe keys[index + Self.lead].path.prefetch() }
            unsafe keys[index].window = unsafe keys[index].path.window(from: depth)
        }
        rest.append(Part(range: range, depth: depth))
    }

    /// How many bytes paths have in common, of which so many are known to be equal. Each look at a path costs more than all that is
    /// compared there, since paths stand all over memory.
    private func commonPrefix(of range: Range<Int>, from depth: Int) -> Int {
        let first = unsafe keys[range.lowerBound].path
        var shared = first.count
        for index in range.dropFirst() where shared > depth {
            if index + Self.lead < range.upperBound { unsafe keys[index + Self.lead].path.prefetch() }
            shared = min(shared, first.commonPrefix(with: unsafe keys[index].path, from: depth))
        }
        return max(shared, depth)
    }

    private func insertionSort(_ part: Part) {
        for index in part.range.dropFirst() {
            let key = unsafe keys[index]
            var place = index
            while place > part.range.lowerBound, unsafe key.precedes(keys[place - 1], from: part.depth) {
                unsafe keys[place] = unsafe keys[place - 1]
                place -= 1
            }
            unsafe keys[place] = key
        }
    }

    /// The median of three.
    private mutating func pivot(of range: Range<Int>) -> UInt64 {
        let one = unsafe keys[Int.random(in: range, using: &generator)].window
        let two = unsafe keys[Int.random(in: range, using: &generator)].window
        let three = unsafe keys[Int.random(in: range, using: &generator)].window
        return max(min(one, two), min(max(one, two), three))
    }
}
