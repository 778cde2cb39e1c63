/// The rows of the layout of one directory of model data, packed: each is what it has that the one before has not, so that a million
/// of them take some ten megabytes.
///
/// They lie in chunks that can be read from their beginnings. A row is a byte of ``Flags``, how many bytes its path has in common with
/// that of the row before, the rest of the path, the size, the ETag and the target of a link, as far as it has them. Numbers take seven
/// bits a byte, the lowest first, and stand in front of the bytes that they count.
package struct PackedLayout: Hashable, Sendable {
    /// What a row is and has.
    struct Flags: OptionSet {
        let rawValue: UInt8

        static let directory = Flags(rawValue: 1)
        static let symlink = Flags(rawValue: 2)
        static let size = Flags(rawValue: 4)
        static let etag = Flags(rawValue: 8)
        static let target = Flags(rawValue: 16)
        /// Another row in the same directory follows.
        static let sibling = Flags(rawValue: 32)
        /// The object was in S3 before, and is not of the source.
        static let leftover = Flags(rawValue: 64)
    }

    /// The absolute path of the directory, without a slash at its end.
    package let mount: ByteString
    /// What stands in front of a path in its key; nil if objects have no keys of their own.
    let keyPrefix: ByteString?
    /// The channel whose data it is; nil for the model's own.
    package internal(set) var channel: String?
    /// What the container makes of the files; nil if that is not known.
    var decision: ContainerDecision?
    /// Whether files come from the source or from what S3 held before.
    let hasOrigins: Bool
    var chunks: [[UInt8]] = []
    package internal(set) var count = 0

    init(mount: ByteString, keyPrefix: ByteString?, hasOrigins: Bool = false) {
        self.hasOrigins = hasOrigins
        self.mount = mount
        self.keyPrefix = keyPrefix
    }

    /// Goes through the rows.
    package func cursor() -> LayoutCursor { LayoutCursor(self) }
}
