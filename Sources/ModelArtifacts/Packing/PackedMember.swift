/// A member of an archive that is going to be written, or was.
public struct PackedMember: Hashable, Sendable {
    /// What a member is.
    public enum Kind: String, Hashable, Sendable {
        /// A regular file.
        case file
        /// A directory without anything in it.
        case directory
        /// A symbolic link.
        case symlink
    }

    /// The path in the archive, without a slash at either end.
    public var path: ByteString
    /// What it is.
    public var kind: Kind
    /// In bytes; 0 for what is not a file.
    public var size: Int64
    /// Whether the owner may run the file.
    public var isExecutable: Bool
    /// What a link says; nil for what is none.
    public var target: ByteString?

    package init(
        path: ByteString, kind: Kind, size: Int64 = 0, isExecutable: Bool = false, target: ByteString? = nil
    ) {
        self.path = path
        self.kind = kind
        self.size = size
        self.isExecutable = isExecutable
        self.target = target
    }

    /// The permissions: those of everybody to read, and to run what the owner may run.
    public var mode: UInt16 {
        switch kind {
        case .file: PackedMode.file(isExecutable: isExecutable)
        case .directory: PackedMode.directory
        case .symlink: PackedMode.symbolicLink
        }
    }
}
