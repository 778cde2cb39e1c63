/// What stands in front of the bytes of a path in a ``PathBatch``.
struct PathRecord {
    let file: LayoutFile
    /// The number of bytes of the path, which follow.
    let count: Int

    /// So much can be read behind each path.
    private static let padding = 8

    /// The bytes that a path takes up with its record and padding, so that the next record is aligned.
    @inline(__always)
    static func size(pathCount: Int) -> Int {
        let alignment = MemoryLayout<PathRecord>.alignment
        return (MemoryLayout<PathRecord>.stride + pathCount + padding + alignment - 1) & ~(alignment - 1)
    }
}
