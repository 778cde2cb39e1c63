/// Paths of one model that follow each other in a listing.
struct ModelPaths {
    /// What their keys begin with.
    let prefix: ByteString
    /// The paths, without the prefix.
    let paths: PathRun
}
