/// Something in a directory that is more, or less, than a plain file.
package struct DirectoryEntry: Sendable {
    package enum Kind: Sendable {
        /// A link to something that exists. An uploader follows it.
        case symbolicLink(target: ByteString, LinkReach)
        /// A link of which nothing is known but what it says, since links are not followed.
        case keptSymbolicLink(target: ByteString)
        /// A link to nothing.
        case brokenSymbolicLink(target: ByteString)
        /// A link to a directory that holds it.
        case symbolicLinkCycle(target: ByteString)
        /// A device, FIFO or socket.
        case special(FileSystem.Kind)
        /// A file or directory that cannot be opened; with the system's reason.
        case unreadable(String)
        /// A directory without entries.
        case emptyDirectory
        /// Linked directories hold more entries than are followed.
        case tooManyEntries(limit: Int)
    }

    /// Where a link leads.
    package enum LinkReach: Sendable {
        /// To something in the same directory tree.
        case inside
        /// Out of the directory.
        case outside
        /// From a Hugging Face cache's `snapshots` to its `blobs`.
        case huggingFaceCache
    }

    /// Relative to the directory that is inspected.
    package var path: ByteString
    package var kind: Kind
}
