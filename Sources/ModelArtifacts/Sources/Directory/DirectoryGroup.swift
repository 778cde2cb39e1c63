import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Some directories beside each other, which are opened and read before the walker comes to them, with what is in them as far as that
/// is little. The files of all of them are inspected and hashed in one go: a directory of one file is too little to hand over.
final class DirectoryGroup: QueuedWork {
    /// The directories beside each other: few enough that those in them are mostly opened too, and that no thread waits for long
    /// for a group that another one has.
    static let size = 12
    /// The directories that are opened at most, those in them among them.
    static let mostOpen = 64

    var state = WorkState.waiting
    private let entries: [(index: Int, entry: DirectoryListing.Entry)]
    private let parent: OpenedDirectory.Parent
    private let filter: PathFilter
    private let followsLinks: Bool
    /// The directories that could be opened, with their indices. They belong to whoever runs the group, then to the walker.
    private(set) var opened: [(index: Int, directory: OpenedDirectory)] = []
    /// How many there are, with those in them.
    private(set) var openCount = 0
    private var batches: [EntryBatch] = []

    /// - Parameter entries: directories, not empty, with their indices.
    init(
        _ entries: [(index: Int, entry: DirectoryListing.Entry)], in parent: OpenedDirectory.Parent, filter: PathFilter,
        followingLinks: Bool
    ) {
        self.entries = entries
        self.parent = parent
        self.filter = filter
        followsLinks = followingLinks
    }

    /// The index of the first directory.
    var firstIndex: Int { entries.first?.index ?? 0 }

    func run(_ work: SmallFileWork) {
        var left = entries.count
        for (index, entry) in entries {
            left -= 1
            if let directory = open(entry, in: parent, keeping: left) { opened.append((index, directory)) }
        }
        EntryBatch.run(batches, work)
        for batch in batches { batch.state = .done }
        batches = []
    }

    /// Opens a directory and those in it. What cannot be opened is left to the walker, which reports it.
    ///
    /// - Parameter left: how many more are to be opened in any case.
    private func open(
        _ entry: DirectoryListing.Entry, in parent: OpenedDirectory.Parent, keeping left: Int
    ) -> OpenedDirectory? {
        var path: [UInt8] = []
        path.reserveCapacity(parent.path.count + entry.length + 1)
        path += parent.path
        entry.appendName(in: parent.names, to: &path)
        if !filter.isEmpty, filter.excludes(directory: ByteString(path)) { return nil }
        path.append(UInt8(ascii: "/"))
        guard
            case .success(let descriptor) = FileSystem.open(
                parent.names, at: entry.offset, in: parent.descriptor, flags: O_DIRECTORY | O_NOFOLLOW),
            var directory = try? OpenedDirectory(
                descriptor, path: path, shown: "", filter: filter, followingLinks: followsLinks)
        else { return nil }
        openCount += 1
        guard directory.batches.count == 1 else { return directory }
        batches.append(directory.batches[0])
        let children = OpenedDirectory.Parent(descriptor: descriptor, path: path, names: directory.names)
        for (index, entry) in directory.directories where openCount + left < Self.mostOpen {
            if let child = open(entry, in: children, keeping: left) { directory.ahead.append((index, child)) }
        }
        return directory
    }
}
