import ModelArtifacts

/// The current folder of the process.
enum WorkingDirectory {
    /// Its absolute path without symbolic links; nil if it has been removed.
    static var path: ByteString? { RealPath.of(".") }
}
