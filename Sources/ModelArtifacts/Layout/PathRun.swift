/// Paths that stand one behind the other in a batch.
struct PathRun {
    /// What has them, and keeps them where they are.
    private let batch: PathBatch
    private let start: PathReference
    private let end: PathReference

    /// The paths of a batch from one on up to another, or its end.
    init(_ batch: PathBatch, from start: PathReference, upTo end: PathReference) {
        self.batch = batch
        self.start = start
        self.end = end
    }

    /// All paths of a batch.
    init(_ batch: PathBatch) { self.init(batch, from: batch.first, upTo: batch.end) }

    /// Whether more than the size may be known of some.
    var hasDetails: Bool { batch.hasDetails }

    /// Calls `body` with each path in order.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (PathReference) throws(Failure) -> Void) throws(Failure) {
        var path = start
        while path != end {
            let next = path.next
            try body(path)
            path = next
        }
    }

    /// The paths of a run in byte order that come before `other`, and the others.
    func divided(before other: PathReference) -> (PathRun, PathRun) {
        var place = start
        while place != end, place.precedes(other) { place = place.next }
        return (PathRun(batch, from: start, upTo: place), PathRun(batch, from: place, upTo: end))
    }
}
