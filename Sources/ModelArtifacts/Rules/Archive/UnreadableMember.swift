/// Finds members whose mode keeps the owner from reading them.
final class UnreadableMember: MemberCheck {
    static let rule = Rule(
        "unreadable-member", .warning, "a member's mode keeps its owner from reading it",
        explanation: """
            Extractors give files the permissions that the archive names. Containers mostly run as root, which reads all \
            the same, but one that runs as another user cannot open a file of mode 000, nor anything below a directory \
            that its owner cannot search.
            """,
        remedy: "pack it with `optml pack DIRECTORY -o model.tar.gz`, or after `chmod -R u+rX DIRECTORY`",
        example: Rule.Example(bad: "----------  weights.bin", good: "-rw-r--r--  weights.bin"),
        source: RuleSource.inferenceCode)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        let needed: UInt16
        switch member.kind {
        case .file: needed = 0o400
        case .directory: needed = 0o500
        default: return
        }
        guard member.mode & needed != needed else { return }
        let digits = String(member.mode & 0o777, radix: 8)
        let mode = String(repeating: "0", count: 3 - digits.count) + digits
        let effect = member.kind == .file ? "read the file" : "look into the directory"
        context.report(
            Finding(
                Self.rule, "'\(member.name)' has the mode \(mode), so its owner cannot \(effect)",
                at: context.location(of: member)))
    }
}
