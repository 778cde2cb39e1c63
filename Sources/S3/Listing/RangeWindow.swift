import ModelArtifacts

/// Lists ranges ahead of where they are wanted, a bounded number of pages of a bounded number of them, and hands them over in order.
struct RangeWindow: ~Copyable {
    /// How many ranges are under way at once, and how many bytes of each are kept until its turn comes, give or take a page: 25 MB in all.
    private static let width = 32
    private static let bytesAhead = 640 << 10
    /// How many objects a range should have: some pages, next to which the one that goes beyond its end counts little.
    private static let wantedCount = 4000

    private let service: S3Service
    private let uri: S3URI
    /// The last keys of the ranges that are still to be made.
    private let points: [ByteString]
    private var nextPoint = 0
    private var after: ByteString
    private var isAtEnd = false
    private var running: [(range: KeyRange, pointCount: Int, task: Task<RangeBeginning, any Error>)] = []
    // What has been listed so far, which tells how many points make a range.
    private var listedPoints: Int
    private var listedObjects: Int

    /// - Parameters:
    ///   - points: where to divide, in order.
    ///   - after: behind which key to begin.
    ///   - density: about how many objects there are from a point to the next.
    init(_ service: S3Service, _ uri: S3URI, points: [ByteString], after: ByteString, density: Int) {
        self.service = service
        self.uri = uri
        self.points = points.filter { after < $0 }
        self.after = after
        listedPoints = 1
        listedObjects = max(1, density)
    }

    deinit { for running in running { running.task.cancel() } }

    /// The next range in order, with its first pages; nil when there is none.
    mutating func next() async throws -> (range: KeyRange, beginning: RangeBeginning)? {
        while running.count < Self.width, !isAtEnd { start() }
        guard !running.isEmpty else { return nil }
        let (range, pointCount, task) = running.removeFirst()
        let beginning = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        listedPoints += pointCount
        listedObjects += beginning.count
        return (range, beginning)
    }

    private mutating func start() {
        let density = max(1, listedObjects / listedPoints)
        let count = max(1, Self.wantedCount / density)
        let last = nextPoint + count - 1
        let through = last < points.count ? points[last] : nil
        let range = KeyRange(after: after, through: through)
        let pointCount = min(count, points.count - nextPoint + 1)
        if let through { (after, nextPoint) = (through, last + 1) } else { isAtEnd = true }
        running.append((range, pointCount, Task { [service, uri] in try await Self.begin(range, service, uri) }))
    }

    private static func begin(_ range: KeyRange, _ service: S3Service, _ uri: S3URI) async throws -> RangeBeginning {
        var beginning = RangeBeginning()
        var course = PageGuard(uri)
        var size = 0
        repeat {
            let page = try await service.page(of: range, in: uri, token: course.token)
            try course.take(page)
            beginning.token = course.token
            if !page.objects.isEmpty { beginning.pages.append(page) }
            size += page.footprint
        } while beginning.token != nil && size < bytesAhead
        return beginning
    }
}
