/// The smallest findings of one rule, up to a limit, in a binary heap with the largest on top.
struct BoundedFindings {
    private(set) var kept: [Finding] = []
    private(set) var total = 0
    private var counts = [Int](repeating: 0, count: Severity.allCases.count)
    private let limit: Int
    /// The severity of the last of those that are kept, once asked for, and its path, empty if it has none: findings are large to
    /// copy.
    private var lastSeverity: Severity?
    private var lastPath: ByteString = ""

    init(limit: Int) {
        self.limit = limit
    }

    mutating func insert(_ finding: Finding) {
        total += 1
        counts[finding.severity.rank] += 1
        if kept.count < limit {
            kept.append(finding)
            siftUp(from: kept.count - 1)
        } else if finding < kept[0] {
            kept[0] = finding
            lastSeverity = nil
            siftDown()
        }
    }

    /// How many findings of a severity there are, kept or not.
    func count(_ severity: Severity) -> Int { counts[severity.rank] }

    /// Counts a finding that would not be kept, because it comes behind all that are.
    ///
    /// - Parameters:
    ///   - path: below `mount`.
    ///   - mount: where the model data goes, without a slash at the end.
    /// - Returns: whether it was counted; otherwise it has to be inserted.
    mutating func count(_ severity: Severity, at path: Span<UInt8>, below mount: ByteString) -> Bool {
        guard kept.count == limit else { return false }
        if lastSeverity == nil { (lastSeverity, lastPath) = (kept[0].severity, kept[0].location.path ?? "") }
        guard lastSeverity == severity, lastPath.count > mount.count,
            ByteScan.commonPrefix(lastPath.bytes.span, mount.bytes.span) == mount.count,
            ByteScan.order(lastPath.bytes.span.extracting((mount.count + 1)...), path) < 0
        else { return false }
        total += 1
        counts[severity.rank] += 1
        return true
    }

    private mutating func siftUp(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard kept[parent] < kept[child] else { return }
            kept.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var largest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < kept.count && kept[largest] < kept[child] {
                largest = child
            }
            guard largest != parent else { return }
            kept.swapAt(parent, largest)
            parent = largest
        }
    }
}
