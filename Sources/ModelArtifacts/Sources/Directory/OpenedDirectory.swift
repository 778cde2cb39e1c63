import SystemPackage

/// A directory that is open, with its entries in order.
struct OpenedDirectory {
    /// What the directories in an open one are found by.
    struct Parent {
        let descriptor: FileDescriptor
        /// What stands in front of their names.
        let path: [UInt8]
        /// The names that entries refer to.
        let names: [CChar]
    }

    let descriptor: FileDescriptor
    let identity: FileIdentity
    /// The names that the entries refer to.
    let names: [CChar]
    let batches: [EntryBatch]
    /// The number of entries.
    let count: Int
    /// Those entries that are directories, with their indices: the entries of a batch belong to whoever works on it.
    let directories: [(index: Int, entry: DirectoryListing.Entry)]
    /// The first of these that have been opened already, with their indices.
    var ahead: [(index: Int, directory: OpenedDirectory)] = []

    /// Reads an open directory, and closes it if that fails.
    ///
    /// - Parameters:
    ///   - path: what stands in front of the names, for the filter.
    ///   - shown: the directory as the user would name it.
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    init(
        _ descriptor: FileDescriptor, path: [UInt8], shown: ByteString, filter: PathFilter, followingLinks: Bool
    ) throws(ArtifactError) {
        do throws(ArtifactError) {
            identity = FileIdentity(try FileSystem.status(of: descriptor, path: shown))
            let listing = try DirectoryListing(of: descriptor, path: shown, followingLinks: followingLinks)
            names = listing.names
            count = listing.entries.count
            directories = listing.entries.enumerated().compactMap { $1.type == .directory ? ($0, $1) : nil }
            batches = EntryBatch.batches(of: listing, in: descriptor, path: path, filter: filter)
        } catch {
            try? descriptor.close()
            throw error
        }
        self.descriptor = descriptor
    }
}
