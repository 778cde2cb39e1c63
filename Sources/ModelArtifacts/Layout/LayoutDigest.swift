/// What is worth showing of a layout, however large that is: all of it while it is small, the largest files and directories
/// otherwise, and exact sums of everything.
package struct LayoutDigest: Sendable {
    /// A file, directory or link, with what is below it.
    package struct Entry: Sendable {
        /// The last component of the path.
        package let name: ByteString
        package let kind: LayoutRow.Kind
        /// The sum of the known sizes in it, or its own; in bytes.
        package let bytes: Int64
        /// The files and links in it at any depth; 1 for a file or link.
        package let files: Int
        /// The files in it whose sizes are not known.
        package let unknownSizes: Int
        /// Where a link points to.
        package let target: ByteString?
        /// Whether it was in S3 before, and is not of the source.
        package let isLeftover: Bool
        /// What is in it and was kept, in the order of the layout.
        package let children: [Entry]
        /// The files and links in it, at any depth, that ``children`` leaves out next to those it has.
        package let hiddenFiles: Int
        /// The sum of their known sizes, in bytes.
        package let hiddenBytes: Int64
    }

    /// The model directory, whose name is its absolute path.
    package let root: Entry
}
