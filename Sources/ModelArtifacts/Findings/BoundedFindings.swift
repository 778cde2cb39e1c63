/// The smallest findings of one rule, up to a limit, in a binary heap with the largest on top.
struct BoundedFindings {
    private(set) var kept: [Finding] = []
    private(set) var total = 0
    private(set) var counts: [Severity: Int] = [:]
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    mutating func insert(_ finding: Finding) {
        total += 1
        counts[finding.severity, default: 0] += 1
        if kept.count < limit {
            kept.append(finding)
            siftUp(from: kept.count - 1)
        } else if finding < kept[0] {
            kept[0] = finding
            siftDown()
        }
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
