/// Sorts paths by multikey quicksort, eight bytes at a time.
///
/// Paths that are equal so far are compared by the next eight bytes, which are kept beside the reference, so that most
/// comparisons look at nothing else. Pivots are chosen at random: nobody can write names that make it slow.
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

    private let keys: UnsafeMutableBufferPointer<PathSortKey>
    private var rest: [Part]
    private var generator = FastGenerator()

    private init(_ keys: UnsafeMutableBufferPointer<PathSortKey>) {
        unsafe self.keys = unsafe keys
        rest = [Part(range: 0..<keys.count, depth: 0)]
    }

    /// Puts the paths into byte order, equal ones into the order of their numbers.
    static func sort(_ keys: inout [PathSortKey]) {
        unsafe keys.withUnsafeMutableBufferPointer { keys in
            var sorter = unsafe PathSorter(keys)
            while let part = sorter.rest.popLast() { sorter.sort(part) }
        }
    }

    /// Puts a small part into order, or takes a large one apart into what is before, at and behind a pivot.
    private mutating func sort(_ part: Part) {
        guard part.range.count > Self.insertionLimit else { return insertionSort(part) }
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

    /// Goes on with paths that are equal before the depth: those that have ended come first.
    private mutating func goDeeper(_ part: Part) {
        var start = part.range.lowerBound
        for index in part.range {
            if unsafe keys[index].path.count <= part.depth {
                unsafe keys.swapAt(start, index)
                start += 1
            } else {
                unsafe keys[index].window = unsafe keys[index].path.window(from: part.depth)
            }
        }
        if start - part.range.lowerBound > 1 {
            var ended = unsafe UnsafeMutableBufferPointer(rebasing: keys[part.range.lowerBound..<start])
            unsafe ended.sort { ($0.path.count, $0.number) < ($1.path.count, $1.number) }
        }
        rest.append(Part(range: start..<part.range.upperBound, depth: part.depth))
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

/// Random numbers that are as good as the choice of a pivot needs.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
private struct FastGenerator: RandomNumberGenerator {
    private var state = UInt64.random(in: 0...UInt64.max)

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
