/// What is known of a directory of a layout when it ends.
package struct DirectoryTotals: Sendable {
    /// The number of objects or members below it, at any depth, those that only stand for directories left out.
    package var filesBelow: Int
    /// Whether a file has the same path.
    package var clashesWithFile: Bool
    /// Whether the source names the directory itself.
    package var isExplicit: Bool
}
