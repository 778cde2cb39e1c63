/// A member of a tar archive, as its header tells of it.
package struct ArchiveMember: Hashable, Sendable {
    /// What a member is.
    package enum Kind: Hashable, Sendable {
        case file, directory, symbolicLink, hardLink, fifo, characterDevice, blockDevice
        /// A type that has no meaning when a file tree is unpacked, by its type flag: a dumped GNU directory (`D`), a volume
        /// label (`V`), the rest of a file from another volume (`M`), or one that nobody has defined. Some readers take
        /// these for plain files, some skip them, some refuse them.
        case special(UInt8)
    }

    /// The name exactly as packed: leading `./` and trailing `/` are there if the packer wrote them.
    package var name: ByteString
    /// What it is.
    package var kind: Kind
    /// The size of the unpacked contents in bytes, with the holes of a sparse file.
    package var size: Int64
    /// The number of bytes of contents in the archive, if known: less than ``size`` for a sparse file.
    package var storedSize: Int64?
    /// What a symbolic link says or which member a hard link stands for, exactly as packed.
    package var linkTarget: ByteString?
    /// The permission bits, with those for set-user-ID, set-group-ID and sticky: 0 to 0o7777.
    package var mode: UInt16
    /// Where the member's first header begins, in bytes from the start of the uncompressed archive.
    package var headerOffset: Int64
    /// What is odd about the headers although they could be read; safe to show.
    package var warning: String?

    /// Describes a member.
    package init(
        name: ByteString, kind: Kind, size: Int64 = 0, storedSize: Int64? = nil, linkTarget: ByteString? = nil,
        mode: UInt16 = 0o644, headerOffset: Int64 = 0, warning: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.size = size
        self.storedSize = storedSize
        self.linkTarget = linkTarget
        self.mode = mode
        self.headerOffset = headerOffset
        self.warning = warning
    }

    /// Whether this is like most members: a file or directory that its owner may read, under a relative path in ASCII that
    /// is not long, with nothing odd about it.
    package var isOrdinary: Bool {
        let needed: UInt16
        switch kind {
        case .file: needed = 0o400
        case .directory: needed = 0o500
        default: return false
        }
        guard mode & needed == needed, warning == nil, name.count <= ModelDirectory.longestName else { return false }
        return !ByteScan.classes(of: name.bytes.span, from: 0).hasNonASCII && MemberPath.isPlain(name.bytes.span)
    }
}
