/// Finds a link in an archive that leads out of the model directory.
final class LinkEscape: MemberCheck {
    static let rule = Rule(
        "link-escape", .error, "the target of a link in the archive lies outside the model directory",
        explanation: """
            What a link outside the model directory points to is not in the archive: the file is missing in the container, \
            or it is one of the container's own. An attacker uses such links to write outside the directory, so careful \
            extractors refuse the whole archive. An absolute target is outside even if it names the model directory, \
            since extractors unpack elsewhere first.
            """,
        remedy: "replace the link by the file: `tar --dereference -czf model.tar.gz -C DIRECTORY .`",
        example: Rule.Example(
            bad: "weights.bin -> /data/weights.bin\nconfig.json -> ../config.json",
            good: "weights.bin (the file itself)"),
        source: RuleSource.tarFilters)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard let link = MemberLink(member), link.escapes else { return }
        let target =
            link.target.isAbsolute
            ? "the absolute path '\(link.targetName)', which extractors refuse"
            : "'\(link.targetName)' outside the model directory"
        context.report(
            Finding(
                Self.rule, "'\(member.name)' is a \(link.kind) to \(target)", at: context.location(of: member)))
    }
}
