import SystemPackage

/// Some entries of a directory, inspected in one go, and hashed where that is wanted, by whichever thread has time.
final class EntryBatch {
    /// How far the work is.
    enum State {
        case waiting, running, done
    }

    /// The number of entries in a batch: a few hundred microseconds of work, and a multiple of what the kernels hash at once.
    static let size = 192

    /// Guarded by the monitor of the queue.
    var state = State.waiting
    /// Whether it was not handed to the queue yet. Belongs to the walker.
    var isNew = true
    /// Belong to whoever has the batch running; to the walker before and after that.
    private(set) var entries: [DirectoryListing.Entry]
    private let names: [CChar]
    private let directory: FileDescriptor
    /// Which files are to be hashed: by the path of the directory, ending with a slash, and the filter.
    private let path: [UInt8]
    private let filter: PathFilter

    /// Divides a listing, in order.
    ///
    /// - Parameters:
    ///   - directory: the descriptor of the directory, which must stay open until the last batch is done.
    ///   - path: what stands in front of the names, for the filter.
    ///   - filter: which files are not to be read.
    static func batches(
        of listing: DirectoryListing, in directory: FileDescriptor, path: [UInt8], filter: PathFilter
    ) -> [EntryBatch] {
        stride(from: 0, to: listing.entries.count, by: size).map { start in
            EntryBatch(
                Array(listing.entries[start..<min(start + size, listing.entries.count)]), listing.names, directory,
                path, filter)
        }
    }

    private init(
        _ entries: [DirectoryListing.Entry], _ names: [CChar], _ directory: FileDescriptor, _ path: [UInt8],
        _ filter: PathFilter
    ) {
        self.entries = entries
        self.names = names
        self.directory = directory
        self.path = path
        self.filter = filter
    }

    /// Whether another batch is of the same directory, if both are open.
    func isBeside(_ other: EntryBatch) -> Bool { directory == other.directory }

    /// Inspects the entries that the listing did not, and hashes small files if there is a hasher.
    func run(_ hasher: SmallFileHasher?) {
        if let hasher {
            let places = entries.indices.filter { isToBeHashed(entries[$0]) }
            let files = hasher.hash(names, at: places.map { entries[$0].offset }, in: directory)
            for (place, file) in zip(places, files) {
                guard let file else { continue }
                entries[place].kind = .regular
                entries[place].target = file.target
                entries[place].digest = file.digest
            }
        }
        for index in entries.indices where entries[index].target == nil && entries[index].error == nil {
            entries[index].inspect(names, in: directory)
        }
    }

    private func isToBeHashed(_ entry: DirectoryListing.Entry) -> Bool {
        guard entry.type == .regular else { return false }
        guard !filter.isEmpty else { return true }
        var name = path
        entry.appendName(in: names, to: &name)
        return !filter.excludes(file: ByteString(name))
    }
}
