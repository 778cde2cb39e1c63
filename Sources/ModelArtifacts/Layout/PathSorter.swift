/// Sorts paths by multikey quicksort over eight bytes at a time, on two threads.
///
/// Paths that are equal so far are compared by the next eight bytes, which are kept beside the reference, so that most
/// comparisons look at nothing else. Pivots are chosen at random: nobody can write names that make it slow.
///
/// Source: J. Bentley, R. Sedgewick, "Fast algorithms for sorting and searching strings", SODA 1997.
@safe struct PathSorter {
    /// Paths that are in their places except for one another, and have the same bytes before `depth`.
    struct Part {
        var range: Range<Int>
        var depth: Int
    }

    /// Parts up to this size are sorted by insertion.
    private static let insertionLimit = 16
    /// Parts up to this size are not shared among threads.
    private static let sharedLimit = 1 << 15

    private let keys: UnsafeMutableBufferPointer<PathSortKey>
    private var generator = FastGenerator()

    private init(_ keys: UnsafeMutableBufferPointer<PathSortKey>) { unsafe self.keys = unsafe keys }

    /// Puts the paths into byte order, equal ones into the order of their numbers.
    static func sort(_ keys: inout [PathSortKey]) {
        unsafe keys.withUnsafeMutableBufferPointer { keys in
            let queue = SharedWork([Part(range: 0..<keys.count, depth: 0)])
            let work = { [keys = unsafe keys] in
                var sorter = unsafe PathSorter(keys)
                while let part = queue.next() { queue.finish(addingMore: sorter.sort(part)) }
            }
            // Without a second thread it takes longer.
            let helper = keys.count > sharedLimit ? WorkerThread(work) : nil
            work()
            helper?.join()
        }
    }

    /// Sorts a part, or takes one step towards that if it is large.
    ///
    /// - Returns: what is left to be sorted.
    private mutating func sort(_ part: Part) -> [Part] {
        var rest = [part]
        if part.range.count > Self.sharedLimit {
            rest.removeLast()
            divide(part, into: &rest)
            return rest
        }
        while let part = rest.popLast() { divide(part, into: &rest) }
        return []
    }

    /// Parts by what is before, at and behind a pivot, or puts into order what is small.
    private mutating func divide(_ part: Part, into rest: inout [Part]) {
        guard part.range.count > Self.insertionLimit else { return insertionSort(part) }
        let pivot = pivot(of: part.range)
        var (low, index, high) = (part.range.lowerBound, part.range.lowerBound, part.range.upperBound)
        while index < high {
            let window = unsafe keys[index].window
            if window < pivot {
                unsafe keys.swapAt(low, index)
                low += 1
                index += 1
            } else if window > pivot {
                high -= 1
                unsafe keys.swapAt(index, high)
            } else {
                index += 1
            }
        }
        if high < part.range.upperBound { rest.append(Part(range: high..<part.range.upperBound, depth: part.depth)) }
        if part.range.lowerBound < low { rest.append(Part(range: part.range.lowerBound..<low, depth: part.depth)) }
        goDeeper(Part(range: low..<high, depth: part.depth + 8), into: &rest)
    }

    /// Goes on with paths that are equal before the depth: those that end come first.
    private func goDeeper(_ part: Part, into rest: inout [Part]) {
        var start = part.range.lowerBound
        for index in part.range {
            if unsafe keys[index].path.count <= part.depth {
                unsafe keys.swapAt(start, index)
                start += 1
            } else {
                unsafe keys[index].window = unsafe keys[index].path.window(from: part.depth)
            }
        }
        let ended = part.range.lowerBound..<start
        if ended.count > 1 {
            var same = unsafe UnsafeMutableBufferPointer(rebasing: keys[ended])
            unsafe same.sort { left, right in
                (left.path.count, left.number) < (right.path.count, right.number)
            }
        }
        if start < part.range.upperBound { rest.append(Part(range: start..<part.range.upperBound, depth: part.depth)) }
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
