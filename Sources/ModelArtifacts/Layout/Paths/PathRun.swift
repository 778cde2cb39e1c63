/// Paths that stand one behind the other in a batch.
struct PathRun {
    /// What has them, and keeps them where they are.
    let batch: PathBatch
    private let start: PathReference
    private let end: PathReference
    /// The runs of ordinary files among the paths.
    private let runs: ArraySlice<OrdinaryRun>

    /// All paths of a batch.
    ///
    /// - Parameter ordinary: which files make runs, which are looked for here; nil if these are not wanted.
    init(_ batch: PathBatch, _ ordinary: OrdinaryNames? = nil) {
        let runs = ordinary.map { OrdinaryRunScanner.runs(of: batch, $0) } ?? []
        self.init(batch, runs)
    }

    /// All paths of a batch, if the runs are known.
    init(_ batch: PathBatch, _ runs: [OrdinaryRun]) {
        self.init(batch, from: batch.first, upTo: batch.end, runs[...])
    }

    /// Some of the paths of a batch, with the runs among them.
    init(
        _ batch: PathBatch, from start: PathReference, upTo end: PathReference, _ runs: ArraySlice<OrdinaryRun>
    ) {
        self.batch = batch
        self.start = start
        self.end = end
        self.runs = runs
    }

    /// Whether more than the size may be known of some.
    var hasDetails: Bool { batch.hasDetails }

    /// Calls `body` with each path in order.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (PathReference) throws(Failure) -> Void) throws(Failure) {
        try Self.forEach(from: start, upTo: end, body)
    }

    /// Calls `runs` with each run of ordinary files and `body` with each path in none, in order.
    ///
    /// - Parameter runs: returns false to have `body` called with each path of the run.
    @inline(__always)
    func forEach<Failure: Error>(
        _ body: (PathReference) throws(Failure) -> Void, runs: (OrdinaryRun) -> Bool
    ) throws(Failure) {
        var path = start
        for run in self.runs {
            try Self.forEach(from: path, upTo: run.start, body)
            if !runs(run) { try Self.forEach(from: run.start, upTo: run.end, body) }
            path = run.end
        }
        try Self.forEach(from: path, upTo: end, body)
    }

    @inline(__always)
    private static func forEach<Failure: Error>(
        from start: PathReference, upTo end: PathReference, _ body: (PathReference) throws(Failure) -> Void
    ) throws(Failure) {
        var path = start
        while path != end {
            let next = path.next
            try body(path)
            path = next
        }
    }

    /// The paths of a run in byte order that come before `other`, and the others. A run that is divided, or no
    /// longer comes behind a path of its directory, is none any more.
    func divided(before other: PathReference) -> (PathRun, PathRun) {
        var place = start
        while place != end, place.precedes(other) { place = place.next }
        let before = runs.prefix { $0.end == place || $0.end.stands(before: place) }
        let behind = runs.dropFirst(before.count).drop { !place.stands(before: $0.start) }
        return (
            PathRun(batch, from: start, upTo: place, before), PathRun(batch, from: place, upTo: end, behind)
        )
    }
}
