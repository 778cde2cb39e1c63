/// One line of a layout: a file or directory that SageMaker would create.
public struct LayoutRow: Hashable, Sendable {
    /// What stands at the path.
    public enum Kind: String, Hashable, Sendable {
        /// A regular file.
        case file
        /// A directory.
        case directory
        /// A symbolic link, which only archives bring.
        case symlink
    }

    /// Where a file comes from, where a source is laid over what S3 holds already.
    public enum Origin: String, Hashable, Sendable {
        /// What was inspected.
        case source
        /// What was in S3 before, and stays there.
        case existing
    }

    /// The absolute path in the container.
    public var path: ByteString
    /// What stands there.
    public var kind: Kind
    /// In bytes; nil for directories and where a listing does not tell.
    public var size: Int64?
    /// The key of the object that the file comes from, where the S3 URI is known.
    public var key: ByteString?
    /// The object's ETag, where it is known.
    public var etag: ByteString?
    /// Where a link points to.
    public var target: ByteString?
    /// The channel whose data it is; nil for the model's own.
    public var channel: String?
    /// What the container makes of a file, where one is told whose decisions are known; nil for directories.
    public var use: LayoutUse?
    /// Where a file comes from; nil for directories, and where there is only the source.
    public var origin: Origin?
}
