import SystemPackage

/// Some entries of a directory, inspected in one go, and hashed where that is wanted, by whichever thread has time.
final class EntryBatch: QueuedWork {
    /// The number of entries in a batch: a few hundred microseconds of work, and a multiple of what the kernels hash at once.
    static let size = 192

    var state = WorkState.waiting
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

    func run(_ hasher: SmallFileHasher?) { Self.run([self], hasher) }

    /// Inspects the entries of some batches that their listings did not, and hashes small files if there is a hasher.
    static func run(_ batches: [EntryBatch], _ hasher: SmallFileHasher?) {
        if let hasher { hash(batches, hasher) }
        for batch in batches {
            // What directories are will be seen when they are opened.
            for index in batch.entries.indices
            where batch.entries[index].target == nil && batch.entries[index].error == nil
                && batch.entries[index].type != .directory
            {
                batch.entries[index].inspect(batch.names, in: batch.directory)
            }
        }
    }

    private static func hash(_ batches: [EntryBatch], _ hasher: SmallFileHasher) {
        var places: [(batch: Int, entry: Int)] = []
        for (number, batch) in batches.enumerated() {
            for index in batch.entries.indices where batch.isToBeHashed(batch.entries[index]) {
                places.append((number, index))
            }
        }
        guard !places.isEmpty else { return }
        var names: [CChar] = []
        if batches.count == 1 { names = batches[0].names }
        let starts = places.map { place in
            let (batch, entry) = (batches[place.batch], batches[place.batch].entries[place.entry])
            guard batches.count > 1 else { return entry.offset }
            defer { names += batch.names[entry.offset...(entry.offset + entry.length)] }
            return names.count
        }
        let files = hasher.hash(names, at: starts, in: places.map { batches[$0.batch].directory.rawValue })
        for (place, file) in zip(places, files) {
            guard let file else { continue }
            batches[place.batch].entries[place.entry].kind = .regular
            batches[place.batch].entries[place.entry].target = file.target
            batches[place.batch].entries[place.entry].digest = file.digest
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
