/// What an archive is going to hold, in order, compactly: a member takes its names and some eighty bytes.
struct PackingMembers: Sendable {
    private struct Entry {
        var offset: Int
        var pathLength: Int32
        var targetLength: Int32
        var kind: PackedMember.Kind
        var isExecutable: Bool
        /// What the file was when the directory was walked.
        var identity: FileIdentity?
    }

    /// Paths and targets of links one behind the other.
    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// The size of the tar archive in bytes.
    private(set) var archiveSize = Int64(2 * TarHeader.blockSize)
    /// The sum of the sizes of the files in bytes.
    private(set) var contentSize: Int64 = 0
    /// The number of files, links not among them.
    private(set) var fileCount = 0

    var count: Int { entries.count }

    /// Adds a member.
    ///
    /// - Parameter identity: what the file is now; nil for what is no file.
    mutating func append(_ member: PackedMember, identity: FileIdentity?) {
        entries.append(
            Entry(
                offset: names.count, pathLength: Int32(member.path.count),
                targetLength: Int32(member.target?.count ?? 0),
                kind: member.kind, isExecutable: member.isExecutable, identity: identity))
        names += member.path.bytes
        names += member.target?.bytes ?? []
        if member.kind == .file { fileCount += 1 }
        contentSize = contentSize.addingClamped(member.size)
        let header = Int64(TarHeader(member, modificationTime: 0).byteCount)
        archiveSize = archiveSize.addingClamped(header).addingClamped(member.size)
            .addingClamped(Int64(TarHeader.padding(after: member.size)))
    }

    /// The member with a number.
    subscript(index: Int) -> PackedMember {
        let entry = entries[index]
        let pathEnd = entry.offset + Int(entry.pathLength)
        return PackedMember(
            path: ByteString(Array(names[entry.offset..<pathEnd])), kind: entry.kind, size: entry.identity?.size ?? 0,
            isExecutable: entry.isExecutable,
            target: entry.kind == .symlink
                ? ByteString(Array(names[pathEnd..<(pathEnd + Int(entry.targetLength))])) : nil)
    }

    /// What the file with a number was when the directory was walked.
    func identity(of index: Int) -> FileIdentity? { entries[index].identity }
}
