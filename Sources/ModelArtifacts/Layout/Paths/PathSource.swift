/// Where paths come from, a run at a time, while other threads read ahead.
protocol PathSource: AnyObject {
    /// Waits for the next paths; nil at the end.
    ///
    /// - Throws: ``ArtifactError`` if they cannot be read, after all paths before.
    func next() throws(ArtifactError) -> PathRun?
    /// Gives paths back that are not needed any more.
    func recycle(_ paths: PathRun)
    /// Ends reading. Nothing must be read afterwards.
    func stop()
}
