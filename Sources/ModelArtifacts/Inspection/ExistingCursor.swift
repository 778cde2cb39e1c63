/// Goes through the objects that a prefix holds already, in byte order of their paths.
struct ExistingCursor {
    private let paths: any PathSource
    private var batch: PathBatch?
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
            if let position, let batch, position != batch.end { return position }
            if let batch { paths.recycle(batch) }
            batch = try paths.next()
            position = batch?.first
            if batch == nil { return nil }
        }
    }

    /// Goes on behind the object that ``head()`` returned.
    mutating func drop() { position = position?.next }

    /// Ends reading.
    func stop() { paths.stop() }
}
