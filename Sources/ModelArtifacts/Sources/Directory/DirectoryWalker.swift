import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Walks a directory tree through descriptors, so that no path is too long and nothing is resolved twice.
///
/// Symbolic links are followed, as uploaders do, unless they are to be kept. Nothing but directories is opened, and small
/// files if they are to be hashed or looked into.
package struct DirectoryWalker {
    /// How many entries are followed that only links lead to. Links can multiply a tree without end (two links to each
    /// directory in a chain of sixty give more entries than there are atoms in a fly), and no model has a million files.
    package static let defaultLinkedEntryLimit = 1_000_000
    /// How many directories on the way down stay open; those above are opened again when they are needed.
    private static let openDirectories = 128
    /// How many more are opened before the walker comes to them, and which share of the descriptors that the process may have.
    private static let (mostAhead, shareAhead) = (8 * DirectoryGroup.mostOpen, 4)
    /// How many groups of a directory are opened beside the one that the walker goes through.
    private static let groupsAhead = 4

    private struct Level {
        var descriptor: FileDescriptor?
        var device: UInt64
        var inode: UInt64
        /// Where the name of the directory begins in the path, and where the names of its entries do.
        var nameStart: Int
        var pathLength: Int
        /// The names that the entries refer to.
        var names: [CChar]
        /// The entries in order; those of the batches up to that of `next` are inspected.
        var batches: [EntryBatch]
        var count: Int
        var next = 0
        /// Whether a link lies on the way to it.
        var isLinked: Bool
        /// Those entries that are directories, and the first of them that is not ahead.
        var directories: [(index: Int, entry: DirectoryListing.Entry)]
        var nextDirectory = 0
        /// The directories among the entries that come next and are open already, with their indices, the first one last.
        var ahead: [(index: Int, directory: OpenedDirectory)]
        /// Those behind them, which other threads may be opening.
        var groups: [DirectoryGroup] = []
    }

    private let root: ByteString
    private let filter: PathFilter
    private let links: LinkInspector
    private let followsLinks: Bool
    private let linkedEntryLimit: Int
    private let queue: EntryBatchQueue
    private var levels: [Level] = []
    private var path: [UInt8] = []
    private var linkedEntries = 0
    /// How many descriptors are in use, or set aside, for directories that the walker has not come to.
    private var descriptorsAhead = 0
    private let mostDescriptorsAhead: Int

    /// - Parameters:
    ///   - root: the directory.
    ///   - filter: what is left out.
    ///   - followsLinks: whether symbolic links are followed, or reported as what they are.
    ///   - linkedEntryLimit: how many entries are followed that only links lead to.
    ///   - jobs: how many threads look at the entries.
    ///   - kernel: what small files are hashed with; nil if they are not.
    ///   - expectation: which files the visitor is going to look into; nil if it does not.
    package init(
        root: ByteString, filter: PathFilter = PathFilter(), followsLinks: Bool = true,
        linkedEntryLimit: Int = Self.defaultLinkedEntryLimit, jobs: Int = Parallelism().jobs,
        kernel: MD5Kernel? = nil, expectation: ContentExpectation? = nil
    ) {
        self.root = root
        self.filter = filter
        self.followsLinks = followsLinks
        self.linkedEntryLimit = linkedEntryLimit
        links = LinkInspector(root: root)
        mostDescriptorsAhead = min(Self.mostAhead, FileSystem.descriptorLimit / Self.shareAhead)
        queue = EntryBatchQueue(jobs: jobs, kernel: kernel, expectation: expectation)
    }

    /// Reports everything below the directory to `visitor`.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed` if the directory itself cannot be read,
    ///   `changedWhileRead` if it is moved about, and what the visitor throws. What cannot be read below it is reported.
    package mutating func walk(_ visitor: any DirectoryVisitor) throws(ArtifactError) {
        defer {
            for level in levels.indices { closeDirectory(of: level) }
            queue.close()
        }
        let descriptor = try FileSystem.open(root, flags: O_DIRECTORY)
        try push(try read(descriptor, path: []), nameStart: 0, isLink: false, visitor)
        while let top = levels.indices.last {
            let index = levels[top].next
            guard index < levels[top].count else {
                closeDirectory(of: top)
                path.removeSubrange(levels[top].nameStart...)
                levels.removeLast()
                continue
            }
            levels[top].next += 1
            let (batch, place) = index.quotientAndRemainder(dividingBy: EntryBatch.size)
            if place == 0 { queue.finish(levels[top].batches[batch]) }
            let entry = levels[top].batches[batch].entries[place]
            let seen = (levels[top].batches[batch].takeContents(of: entry), levels[top].batches[batch].takeKept(entry))
            try visit(entry, seen, visitor)
        }
    }

    private mutating func visit(
        _ entry: DirectoryListing.Entry, _ seen: (contents: SeenContents?, file: KeptFile?),
        _ visitor: any DirectoryVisitor
    ) throws(ArtifactError) {
        let top = levels.count - 1
        let isLinked = levels[top].isLinked
        if isLinked {
            linkedEntries += 1
            guard linkedEntries <= linkedEntryLimit else {
                if linkedEntries == linkedEntryLimit + 1 {
                    try report(.tooManyEntries(limit: linkedEntryLimit), visitor)
                }
                levels[top].next = levels[top].count
                return
            }
        }
        let start = path.count
        entry.appendName(in: levels[top].names, to: &path)
        defer { if path.count > start, levels.count == top + 1 { path.removeLast(path.count - start) } }
        if !filter.isEmpty {
            let name = ByteString(path)
            if entry.isDirectory ? filter.excludes(directory: name) : filter.excludes(file: name) {
                visitor.visitExcluded(name, isDirectory: entry.isDirectory)
                return
            }
        }
        guard let target = entry.target else {
            if entry.type == .directory {
                try enter(entry, nameStart: start, visitor)
            } else {
                try visitWithoutTarget(entry, visitor)
            }
            return
        }
        if entry.kind == .symbolicLink, target.kind == .regular || target.kind == .directory {
            let text = links.target(of: entry.name(in: levels[top].names), in: try descriptor(of: top))
            if target.kind == .directory, isAncestor(target) {
                try report(.symbolicLinkCycle(target: text), visitor)
                return
            }
            try report(.symbolicLink(target: text, links.reach(ofLinkAt: ByteString(path), target: text)), visitor)
        }
        switch target.kind {
        case .regular:
            let directory = try descriptor(of: top)
            if let reason = unreadable(entry, target, in: directory) {
                try report(.unreadable(reason), visitor)
            } else {
                try visitor.visitFile(
                    path.span, name: start,
                    WalkedFile(
                        identity: target.identity, mode: target.mode, digest: entry.digest, contents: seen.contents,
                        kept: seen.file),
                    in: directory)
            }
        case .directory: try enter(entry, nameStart: start, visitor)
        case .symbolicLink:
            let text = links.target(of: entry.name(in: levels[top].names), in: try descriptor(of: top))
            try report(.keptSymbolicLink(target: text), visitor)
        default: try report(.special(target.kind), visitor)
        }
    }

    private mutating func visitWithoutTarget(
        _ entry: DirectoryListing.Entry, _ visitor: any DirectoryVisitor
    ) throws(ArtifactError) {
        guard entry.kind == .symbolicLink else {
            try report(.unreadable("\(entry.error ?? .ioError)"), visitor)
            return
        }
        let text = links.target(
            of: entry.name(in: levels[levels.count - 1].names), in: try descriptor(of: levels.count - 1))
        switch entry.error {
        case .tooManySymbolicLinkLevels?: try report(.symbolicLinkCycle(target: text), visitor)
        case .permissionDenied?: try report(.unreadable("permission denied"), visitor)
        default: try report(.brokenSymbolicLink(target: text), visitor)
        }
    }

    private mutating func enter(
        _ entry: DirectoryListing.Entry, nameStart: Int, _ visitor: any DirectoryVisitor
    ) throws(ArtifactError) {
        let top = levels.count - 1
        let isLink = entry.kind == .symbolicLink
        if let directory = takeAhead(levels[top].next - 1) {
            lookAhead(beside: directory)
            return try push(directory, nameStart: nameStart, isLink: isLink, visitor)
        }
        let opened: FileDescriptor
        do throws(ArtifactError) {
            let name = ByteString(Array(path[nameStart...]))
            opened = try FileSystem.open(
                name, in: descriptor(of: top), path: shown,
                flags: entry.type == .directory ? O_DIRECTORY | O_NOFOLLOW : O_DIRECTORY)
        } catch {
            return try reportUnreadable("the directory cannot be opened", error, visitor)
        }
        let directory: OpenedDirectory
        do throws(ArtifactError) {
            directory = try read(opened, path: path)
        } catch {
            return try reportUnreadable("the directory cannot be read", error, visitor)
        }
        lookAhead(beside: directory)
        try push(directory, nameStart: nameStart, isLink: isLink, visitor)
    }

    /// Reports a directory, unless it is the process that lacks something.
    private func reportUnreadable(
        _ reason: String, _ error: ArtifactError, _ visitor: any DirectoryVisitor
    ) throws(ArtifactError) {
        if error.code == .outOfResources { throw error }
        try report(.unreadable(reason), visitor)
    }

    /// Reads an open directory, and closes it if that fails.
    private func read(_ descriptor: FileDescriptor, path: [UInt8]) throws(ArtifactError) -> OpenedDirectory {
        try OpenedDirectory(
            descriptor, path: path.isEmpty ? [] : path + [UInt8(ascii: "/")], shown: shown(path), filter: filter,
            followingLinks: followsLinks)
    }

    /// The directory at an index of the last level, if it is open already.
    private mutating func takeAhead(_ index: Int) -> OpenedDirectory? {
        let top = levels.count - 1
        while true {
            while let next = levels[top].ahead.last, next.index <= index {
                levels[top].ahead.removeLast()
                descriptorsAhead -= 1
                if next.index == index { return next.directory }
                close(next.directory)
            }
            guard levels[top].ahead.isEmpty, let group = levels[top].groups.first, group.firstIndex <= index else {
                return nil
            }
            levels[top].groups.removeFirst()
            queue.finish(group)
            levels[top].ahead = group.opened.reversed()
            descriptorsAhead += group.openCount - DirectoryGroup.mostOpen
        }
    }

    /// Has work begun on the directories that come next beside the one that is about to be entered, so that the threads have
    /// something to do while the walker reports.
    private mutating func lookAhead(beside directory: OpenedDirectory) {
        let top = levels.count - 1
        guard queue.hasHelpers, let parent = levels[top].descriptor else { return }
        // Groups leave large directories as they are.
        if let next = levels[top].ahead.last?.directory, next.batches.count > 1 {
            queue.add(next.batches, behind: directory.batches)
        }
        while levels[top].groups.count < Self.groupsAhead,
            descriptorsAhead + DirectoryGroup.mostOpen <= mostDescriptorsAhead
        {
            let all = levels[top].directories
            while levels[top].nextDirectory < all.count, all[levels[top].nextDirectory].index < levels[top].next {
                levels[top].nextDirectory += 1
            }
            let start = levels[top].nextDirectory
            let entries = Array(all[start..<min(all.count, start + DirectoryGroup.size)])
            guard !entries.isEmpty else { return }
            levels[top].nextDirectory += entries.count
            descriptorsAhead += DirectoryGroup.mostOpen
            let group = DirectoryGroup(
                entries,
                in: OpenedDirectory.Parent(
                    descriptor: parent, path: Array(path[..<levels[top].pathLength]), names: levels[top].names),
                filter: filter, followingLinks: followsLinks)
            levels[top].groups.append(group)
            queue.add(group, behind: directory.batches)
        }
    }

    /// Makes a directory the one whose entries come next.
    private mutating func push(
        _ directory: OpenedDirectory, nameStart: Int, isLink: Bool, _ visitor: any DirectoryVisitor
    ) throws(ArtifactError) {
        let isRoot = levels.isEmpty
        let isLinked = isLink || levels.last?.isLinked ?? false
        if !isRoot { path.append(UInt8(ascii: "/")) }
        levels.append(
            Level(
                descriptor: directory.descriptor, device: directory.identity.device, inode: directory.identity.inode,
                nameStart: nameStart, pathLength: path.count, names: directory.names, batches: directory.batches,
                count: directory.count, isLinked: isLinked, directories: directory.directories,
                nextDirectory: directory.directories.firstIndex { $0.index > directory.ahead.last?.index ?? -1 }
                    ?? directory.directories.count,
                ahead: directory.ahead.reversed()))
        // Now that the level owns the descriptor, the visitor may throw.
        if directory.count == 0, !isRoot { try report(.emptyDirectory, visitor) }
        queue.add(directory.batches)
        let surplus = levels.count - Self.openDirectories
        if surplus > 0 {
            for batch in levels[surplus].batches { queue.finish(batch) }
            closeDirectory(of: surplus)
        }
    }

    /// Closes the directory of a level, whose entries are all inspected or not wanted any more.
    private mutating func closeDirectory(of level: Int) {
        for group in levels[level].groups {
            queue.withdraw(group)
            descriptorsAhead -= DirectoryGroup.mostOpen - group.openCount
            for (_, directory) in group.opened { closeAhead(directory) }
        }
        levels[level].groups = []
        for (_, directory) in levels[level].ahead { closeAhead(directory) }
        levels[level].ahead = []
        for batch in levels[level].batches { queue.withdraw(batch) }
        try? levels[level].descriptor?.close()
        levels[level].descriptor = nil
    }

    private mutating func closeAhead(_ directory: OpenedDirectory) {
        descriptorsAhead -= 1
        close(directory)
    }

    /// Closes a directory that the walker does not enter, and those that were opened in it.
    private mutating func close(_ directory: OpenedDirectory) {
        for (_, child) in directory.ahead { closeAhead(child) }
        for batch in directory.batches { queue.withdraw(batch) }
        try? directory.descriptor.close()
    }

    /// The open directory of a level, opened again if it was closed to save descriptors.
    private mutating func descriptor(of level: Int) throws(ArtifactError) -> FileDescriptor {
        if let open = levels[level].descriptor { return open }
        var start = level
        while start > 0, levels[start].descriptor == nil { start -= 1 }
        for index in (start + 1)...level {
            guard let parent = levels[index - 1].descriptor else { break }
            let name = ByteString(Array(path[levels[index].nameStart..<(levels[index].pathLength - 1)]))
            let opened = try FileSystem.open(name, in: parent, path: shown, flags: O_DIRECTORY)
            levels[index].descriptor = opened
            let identity = FileIdentity(try FileSystem.status(of: opened, path: shown))
            guard identity.device == levels[index].device, identity.inode == levels[index].inode else {
                throw ArtifactError(
                    .changedWhileRead, "\(shown): a directory was replaced while it was read; run again")
            }
            if index - 1 > 0, index - 1 < level - 1 {
                try? levels[index - 1].descriptor?.close()
                levels[index - 1].descriptor = nil
            }
        }
        return levels[level].descriptor ?? FileDescriptor(rawValue: -1)
    }

    private func isAncestor(_ target: DirectoryListing.Target) -> Bool {
        levels.contains { $0.device == target.identity.device && $0.inode == target.identity.inode }
    }

    /// Why a file cannot be opened, as far as its mode tells; nil if it can.
    private func unreadable(
        _ entry: DirectoryListing.Entry, _ target: DirectoryListing.Target, in directory: FileDescriptor
    ) -> String? {
        // Where all may read, there is no need to ask.
        guard !target.isReadableByAll, let top = levels.last else { return nil }
        return unsafe faccessat(directory.rawValue, entry.name(in: top.names), R_OK, AT_EACCESS) == 0
            ? nil : "\(Errno(rawValue: errno))"
    }

    private func report(_ kind: DirectoryEntry.Kind, _ visitor: any DirectoryVisitor) throws(ArtifactError) {
        var name = path
        if name.last == UInt8(ascii: "/") { name.removeLast() }
        try visitor.visit(DirectoryEntry(path: ByteString(name), kind: kind))
    }

    /// The path for messages: as the user would name it.
    private var shown: ByteString { shown(path) }

    private func shown(_ path: [UInt8]) -> ByteString {
        path.isEmpty ? root : (root.hasSuffix("/") ? root : root + "/") + ByteString(path)
    }
}
