import SystemPackage

/// Some entries of a directory, inspected in one go, and read where that is wanted, by whichever thread has time.
final class EntryBatch: QueuedWork {
    /// The number of entries in a batch: a few hundred microseconds of work, and a multiple of what the kernels hash at once.
    static let size = 192

    var state = WorkState.waiting
    /// Whether it was not handed to the queue yet. Belongs to the walker.
    var isNew = true
    /// Belong to whoever has the batch running; to the walker before and after that.
    private(set) var entries: [DirectoryListing.Entry]
    /// What was seen of the contents of files, by where their names begin.
    private(set) var contents: [Int: SeenContents] = [:]
    /// Where the bytes that are kept of them were taken from; nil if there are none.
    private var room: WalkRoom?
    /// The files that stay open, likewise.
    private var kept: [Int: KeptFile] = [:]
    private let names: [CChar]
    private let directory: FileDescriptor
    /// Which files are to be read: by the path of the directory, ending with a slash, and the filter.
    private let path: [UInt8]
    private let filter: PathFilter
    /// The path, and behind it the name of the entry that was asked about last.
    private var shown: [UInt8] = []

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

    func run(_ work: SmallFileWork) { Self.run([self], work) }

    /// Inspects the entries of some batches that their listings did not, and reads files as far as that is wanted.
    static func run(_ batches: [EntryBatch], _ work: SmallFileWork) {
        // What is opened is asked what it is then, once for both. Files that are hashed are all opened.
        if work.hashes || work.expectation != nil {
            read(batches, work) { batch, entry in work.hashes || batch.isExpected(entry, size: nil, work) }
        }
        for batch in batches {
            // What directories are will be seen when they are opened.
            for index in batch.entries.indices
            where batch.entries[index].target == nil && batch.entries[index].error == nil
                && batch.entries[index].type != .directory
            {
                batch.entries[index].inspect(batch.names, in: batch.directory)
            }
        }
        // The others that are expected are so for their size.
        if !work.hashes, work.expectation != nil {
            read(batches, work) { batch, entry in
                guard batch.contents[entry.offset] == nil, let size = entry.target?.size,
                    batch.isExpected(entry, size: size, work)
                else { return false }
                return !batch.isExpected(entry, size: nil, work)
            }
        }
    }

    private static func read(
        _ batches: [EntryBatch], _ work: SmallFileWork, where isWanted: (EntryBatch, DirectoryListing.Entry) -> Bool
    ) {
        var places: [(batch: Int, entry: Int)] = []
        for (number, batch) in batches.enumerated() {
            for index in batch.entries.indices
            where batch.entries[index].type == .regular && isWanted(batch, batch.entries[index])
                && !batch.isExcluded(batch.entries[index])
            {
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
        let files = work.reader.read(names, at: starts, in: places.map { batches[$0.batch].directory.rawValue }) {
            place, file in batches[places[place].batch].look(into: places[place].entry, file, work)
        }
        for (place, file) in zip(places, files) {
            guard let file else { continue }
            batches[place.batch].entries[place.entry].kind = .regular
            batches[place.batch].entries[place.entry].target = file.target
            batches[place.batch].entries[place.entry].digest = file.digest
        }
    }

    /// Looks into an open file, if anybody is going to.
    ///
    /// - Returns: whether it stays open.
    private func look(into index: Int, _ file: borrowing OpenFile, _ work: SmallFileWork) -> Bool {
        let entry = entries[index]
        let needs = needs(of: entry, size: file.target.size, work)
        guard !needs.isNone else { return false }
        show(entry)
        let shown = shown
        let shouldKeep = work.shouldKeep(file)
        let seen = file.look(name: shown.span.extracting(path.count...), needs, keepsRanges: shouldKeep)
        keep(seen?.contents, of: entry, work)
        guard shouldKeep else { return false }
        let known = [file.firstRange] + (seen?.ranges ?? [])
        guard work.room.takeFile(bytes: known.reduce(0) { $0 + $1.bytes.count }) else { return false }
        kept[entry.offset] = KeptFile(
            FileDescriptor(rawValue: file.rawDescriptor), path: ByteString(shown), identity: file.target.identity,
            known: known)
        return true
    }

    /// Keeps what was seen of an entry, if there is room for it.
    private func keep(_ seen: SeenContents?, of entry: DirectoryListing.Entry, _ work: SmallFileWork) {
        guard let seen else { return }
        if seen.bytes > 0 {
            guard work.room.take(bytes: seen.bytes) else { return }
            room = work.room
        }
        contents[entry.offset] = seen
    }

    /// The file of an entry that stayed open, which is let go.
    func takeKept(_ entry: DirectoryListing.Entry) -> KeptFile? {
        kept.isEmpty ? nil : kept.removeValue(forKey: entry.offset)
    }

    /// What was seen of the contents of an entry, which is let go.
    func takeContents(of entry: DirectoryListing.Entry) -> SeenContents? {
        guard !contents.isEmpty, let seen = contents.removeValue(forKey: entry.offset) else { return nil }
        if seen.bytes > 0 { room?.giveBack(bytes: seen.bytes) }
        return seen
    }

    /// Whether somebody is going to look into a file.
    private func isExpected(_ entry: DirectoryListing.Entry, size: Int64?, _ work: SmallFileWork) -> Bool {
        !needs(of: entry, size: size, work).isNone
    }

    /// What somebody is going to ask for of the contents of a file.
    private func needs(of entry: DirectoryListing.Entry, size: Int64?, _ work: SmallFileWork) -> ContentNeeds {
        guard let expectation = work.expectation else { return .none }
        show(entry)
        let shown = shown
        return expectation(shown.span, path.count, size)
    }

    /// Puts the name of an entry behind the path.
    private func show(_ entry: DirectoryListing.Entry) {
        if shown.isEmpty {
            shown.reserveCapacity(path.count + entry.length)
            shown += path
        } else {
            shown.removeLast(shown.count - path.count)
        }
        entry.appendName(in: names, to: &shown)
    }

    private func isExcluded(_ entry: DirectoryListing.Entry) -> Bool {
        guard !filter.isEmpty else { return false }
        show(entry)
        return filter.excludes(file: ByteString(shown))
    }
}
