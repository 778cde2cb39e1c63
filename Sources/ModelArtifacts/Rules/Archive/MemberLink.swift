/// A link in an archive, with the place that its target names.
struct MemberLink {
    let member: ArchiveMember
    /// Where the target leads by its text alone.
    let target: MemberPath

    /// Whether the target is outside the model directory.
    var escapes: Bool { target.isAbsolute || target.escapes }

    /// nil if the member is not a link.
    init?(_ member: ArchiveMember) {
        let start: ByteString
        switch member.kind {
        case .symbolicLink: start = MemberPath(member.name).directory
        // A hard link names another member, from the root of the archive.
        case .hardLink: start = ""
        default: return nil
        }
        self.member = member
        target = MemberPath(member.linkTarget ?? "", from: start)
    }

    /// The words for messages: "symbolic link" or "hard link".
    var kind: String { member.kind == .hardLink ? "hard link" : "symbolic link" }
    /// The target as packed, for messages.
    var targetName: ByteString { member.linkTarget ?? "" }
}
