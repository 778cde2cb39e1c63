import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Notes what a directory holds as the members of an archive.
final class PackingPlanner: DirectoryVisitor {
    private let root: ByteString
    private let dropsEmptyDirectories: Bool
    private(set) var members = PackingMembers()
    private(set) var leftOut: [PackingPlan.LeftOut] = []
    private(set) var leftOutCount = 0

    init(root: ByteString, dropsEmptyDirectories: Bool) {
        self.root = root
        self.dropsEmptyDirectories = dropsEmptyDirectories
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, in directory: FileDescriptor
    ) throws(ArtifactError) {
        let path = ByteString(path)
        let terminated = path.bytes[name...].map { CChar(bitPattern: $0) } + [0]
        guard
            case .success(let status) = FileSystem.status(of: terminated, in: directory, followingLinks: true),
            FileSystem.kind(of: status) == .regular
        else {
            throw ArtifactError(
                .changedWhileRead,
                "\(root + "/" + path): changed while it was read; run again when nothing writes to it")
        }
        let isExecutable = status.st_mode & 0o100 != 0
        members.append(
            PackedMember(path: path, kind: .file, size: Int64(status.st_size), isExecutable: isExecutable),
            identity: FileIdentity(status))
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
