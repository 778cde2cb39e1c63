/// Paths in byte order that divide others into ranges: each range begins with a border.
struct PathBorders {
    private let paths: [PathReference]
    /// Eight bytes of each behind what all have in common.
    private let windows: [UInt64]
    /// How many bytes these are.
    private let shared: Int

    var count: Int { paths.count }

    init(_ sorted: [PathReference]) {
        paths = sorted
        var shared = 0
        if let first = sorted.first, let last = sorted.last { shared = first.commonPrefix(with: last, from: 0) }
        self.shared = shared
        windows = sorted.map { $0.window(from: shared) }
    }

    /// How many borders do not come behind a path.
    func range(of path: PathReference) -> Int {
        guard let first = paths.first else { return 0 }
        let common = path.commonPrefix(with: first, from: 0)
        guard common >= shared else { return path.precedes(first, at: common) ? 0 : count }
        let window = path.window(from: shared)
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let isBehind =
                windows[middle] == window ? path.precedes(paths[middle]) : window < windows[middle]
            if isBehind { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
