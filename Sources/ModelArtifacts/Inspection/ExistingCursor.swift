/// Goes through the objects that a prefix holds already, in byte order of their paths.
struct ExistingCursor {
    private let paths: any PathSource
    private var run: PathRun?
    private var position: PathReference?

    /// - Parameter paths: in byte order.
    init(_ paths: any PathSource) {
        self.paths = paths
    }

    /// The next object, which stays; nil at the end. It is valid until the next one is asked for.
    ///
    /// - Throws: ``ArtifactError`` if the listing cannot be read.
    mutating func head() throws(ArtifactError) -> PathReference? {
        while true {
            if let position, let run, position != run.batch.end { return position }
            if let run { paths.recycle(run) }
            run = try paths.next()
            position = run?.batch.first
            if run == nil { return nil }
        }
    }

    /// Goes on behind the object that ``head()`` returned.
    mutating func drop() { position = position?.next }

    /// Ends reading.
    func stop() { paths.stop() }
}
