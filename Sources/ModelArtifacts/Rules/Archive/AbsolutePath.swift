/// Finds a member whose name begins with a slash.
final class AbsolutePath: MemberCheck {
    static let rule = Rule(
        "absolute-path", .error, "a member's name begins with a slash",
        explanation: """
            An extractor either strips the slash, so that `/home/me/model/weights` lands in `home/me/model/weights` below \
            the model directory, or refuses the archive. Neither is what was meant. The root entry `/` that the \
            SageMaker SDK writes is normal and not reported.
            """,
        remedy: "pack with relative names: `tar -czf model.tar.gz -C DIRECTORY .`",
        example: Rule.Example(
            bad: "tar -P -czf model.tar.gz /home/me/model", good: "tar -czf model.tar.gz -C /home/me/model ."),
        source: RuleSource.tarFilters)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard member.name.hasPrefix("/") else { return }
        let path = MemberPath(member.name)
        // What leaves the directory at once is said of as path traversal.
        guard !path.path.isEmpty else { return }
        context.report(
            Finding(
                Self.rule, "'\(member.name)' is an absolute path, which extractors strip or refuse",
                at: context.location(of: member)))
    }
}
