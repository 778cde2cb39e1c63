/// Finds links in an archive.
final class LinkMember: MemberCheck {
    static let rule = Rule(
        "link-member", .warning, "the archive holds a symbolic or hard link",
        explanation: """
            Links in the archive are a known cause of "Failed to extract model data archive"; AWS advises to look for them \
            with `find . -type l -ls` and to put copies in their place. A Hugging Face cache consists of symbolic links, \
            so packing one as it is gives such an archive.
            """,
        remedy:
            "pack files in place of links: `optml pack DIRECTORY -o model.tar.gz`, or `tar --dereference --hard-dereference -czf …`",
        example: Rule.Example(
            bad: "tar -czf model.tar.gz -C snapshots/main .",
            good: "tar --dereference -czf model.tar.gz -C snapshots/main ."),
        source: RuleSource.endpointFailures)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard let link = MemberLink(member) else { return }
        context.report(
            Finding(
                Self.rule,
                "'\(member.name)' is a \(link.kind) to '\(link.targetName)', a known cause of failed extraction",
                at: context.location(of: member)))
    }
}
