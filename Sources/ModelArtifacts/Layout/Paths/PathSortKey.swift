/// A path in a table that is being sorted.
struct PathSortKey {
    let path: PathReference
    /// How many paths were added before it.
    let number: Int
    /// Eight of its bytes, where the paths around it are compared next.
    var window: UInt64

    /// - Parameter depth: where the window begins, at most the length of the path.
    @inline(__always)
    init(_ path: PathReference, number: Int, depth: Int = 0) {
        self.path = path
        self.number = number
        window = path.window(from: depth)
    }

    /// Whether a path comes before another one that has the same bytes before `depth`; equal paths stay in their order.
    func precedes(_ other: PathSortKey, from depth: Int) -> Bool {
        if window != other.window { return window < other.window }
        var depth = depth + 8
        let end = min(path.count, other.path.count)
        while depth < end {
            let (left, right) = (path.window(from: depth), other.path.window(from: depth))
            if left != right { return left < right }
            depth += 8
        }
        return path.count == other.path.count ? number < other.number : path.count < other.path.count
    }
}
