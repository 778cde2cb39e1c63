/// Where paths come from, a batch at a time, while other threads read ahead.
protocol PathSource: AnyObject {
    /// Waits for the next paths; nil at the end.
    ///
    /// - Throws: ``ArtifactError`` if they cannot be read, after all paths before.
    func next() throws(ArtifactError) -> PathBatch?
    /// Gives paths back that are not needed any more.
    func recycle(_ batch: PathBatch)
    /// Ends reading. Nothing must be read afterwards.
    func stop()
}
