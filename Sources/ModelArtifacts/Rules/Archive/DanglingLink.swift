/// Finds a link in an archive to something that the archive does not hold.
final class DanglingLink: MemberCheck {
    /// Memory for links is bounded; an archive with more of them has other findings.
    private static let mostLinks = 100_000
    private static let mostBytes = 64 << 20
    /// How many links are followed one after the other, as in Linux.
    private static let longestChain = 40
    /// How many bytes of names are looked up to follow links, a second of work; long targets through deep directories would take
    /// for ever. What would need more is not known, and nothing is said of it.
    private static let mostBytesLookedUp = 256 << 20

    static let rule = Rule(
        "dangling-link", .error, "the target of a link is not in the archive",
        explanation: """
            A symbolic link whose target was not packed points to nothing in the container, and opening it fails as if the \
            file were missing. A hard link without its target cannot even be unpacked, and neither can one that stands before its target \
            in the archive: "Cannot hard link to …: No such file or directory". Both come from packing a part of \
            a directory, or a Hugging Face snapshot without its blobs.
            """,
        remedy: "pack the target too, or replace the link by the file: `tar --dereference`",
        example: Rule.Example(
            bad: "weights.bin -> blobs/0a1b (without blobs/0a1b)", good: "weights.bin -> blobs/0a1b\nblobs/0a1b"),
        source: RuleSource.endpointFailures)

    private var links: [MemberLink] = []
    /// The places that hard links name, and how many links there were when one of them was met behind a link to it.
    private var awaited: Set<ByteString> = []
    private var late: [ByteString: Int] = [:]
    private var bytes = 0
    private var bytesLookedUp = 0

    var isWaiting: Bool { !awaited.isEmpty }

    func begin() { (links, awaited, late, bytes, bytesLookedUp) = ([], [], [:], 0, 0) }

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        let path = MemberPath(member.name).path
        if awaited.contains(path) { late[path] = links.count }
        guard links.count < Self.mostLinks, bytes < Self.mostBytes, let link = MemberLink(member), !link.escapes
        else { return }
        bytes += member.name.count + 2 * link.targetName.count
        links.append(link)
        if member.kind == .hardLink { awaited.insert(link.target.path) }
    }

    func finish(members: PathTable, _ context: CheckContext) {
        for (index, link) in links.enumerated() {
            let target = link.target.path
            if !exists(target, in: members) {
                report(link, "which the archive does not hold", context)
            } else if link.member.kind == .hardLink, let place = late[target], index < place,
                !members.isRepeated(target)
            {
                report(link, "which comes behind it in the archive, so that there is nothing to link to", context)
            }
        }
        links = []
    }

    private func report(_ link: MemberLink, _ why: String, _ context: CheckContext) {
        context.report(
            Finding(
                Self.rule, "'\(link.member.name)' is a \(link.kind) to '\(link.targetName)', \(why)",
                at: context.location(of: link.member)))
    }

    /// Whether a path is there, or may be: links on the way to it are followed, and what leaves the archive is not known.
    private func exists(_ path: ByteString, in members: PathTable) -> Bool {
        var path = path
        for _ in 0..<Self.longestChain {
            guard bytesLookedUp < Self.mostBytesLookedUp else { return true }
            bytesLookedUp += path.count
            if members.contains(path) || members.containsDirectory(path) { return true }
            guard let next = followingFirstLink(of: path, in: members) else { return false }
            if next.escapes || next.isAbsolute { return true }
            path = next.path
        }
        return false
    }

    /// The path with the first of its components that is a link replaced by the link's target; nil if none is.
    private func followingFirstLink(of path: ByteString, in members: PathTable) -> MemberPath? {
        for (index, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") {
            let parent = ByteString(Array(path.bytes[..<index]))
            bytesLookedUp += index
            guard let target = members.file(at: parent)?.target else {
                // What is neither a link nor a directory has nothing below it.
                if members.containsDirectory(parent) { continue }
                return nil
            }
            return MemberPath(target + ByteString(Array(path.bytes[index...])), from: MemberPath(parent).directory)
        }
        return nil
    }
}
