import SystemPackage

/// Notes what a directory holds as the members of an archive.
final class PackingPlanner: DirectoryVisitor {
    private let dropsEmptyDirectories: Bool
    private(set) var members = PackingMembers()
    private(set) var leftOut: [PackingPlan.LeftOut] = []
    private(set) var leftOutCount = 0

    init(dropsEmptyDirectories: Bool) {
        self.dropsEmptyDirectories = dropsEmptyDirectories
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        members.append(
            PackedMember(
                path: ByteString(path), kind: .file, size: file.size, isExecutable: file.mode & 0o100 != 0),
            identity: file.identity)
    }

    func visit(_ entry: DirectoryEntry) {
        switch entry.kind {
        case .emptyDirectory:
            if dropsEmptyDirectories {
                leaveOut(entry.path, isDirectory: true, .emptyDirectory)
            } else {
                members.append(
                    PackedMember(path: entry.path, kind: .directory, size: 0, isExecutable: true), identity: nil)
            }
        case .keptSymbolicLink(let target):
            members.append(
                PackedMember(path: entry.path, kind: .symlink, size: 0, isExecutable: true, target: target),
                identity: nil)
        case .brokenSymbolicLink, .symbolicLinkCycle, .special, .unreadable:
            leaveOut(entry.path, isDirectory: false, .unusable)
        // What it leads to is visited for itself; what is beyond the limit is not known.
        case .symbolicLink, .tooManyEntries: break
        }
    }

    func visitExcluded(_ path: ByteString, isDirectory: Bool) { leaveOut(path, isDirectory: isDirectory, .excluded) }

    private func leaveOut(_ path: ByteString, isDirectory: Bool, _ reason: PackingPlan.LeftOut.Reason) {
        leftOutCount += 1
        guard leftOut.count < PackingPlan.listedLeftOut else { return }
        leftOut.append(PackingPlan.LeftOut(path: path, isDirectory: isDirectory, reason: reason))
    }
}
