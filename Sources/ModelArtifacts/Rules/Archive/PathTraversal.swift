/// Finds a member whose name steps up with `..`.
final class PathTraversal: MemberCheck {
    static let rule = Rule(
        "path-traversal", .error, "a member's name holds `..`",
        explanation: """
            A name such as `../../etc/cron.d/job` would be written outside the model directory. Extractors refuse such an \
            archive, skip the member or strip the dots, so either the deployment fails or the file is not where its \
            owner thinks. That holds for `a/../b` as well, which stays inside.
            """,
        remedy: "pack the files again under plain relative names, and do not trust an archive from elsewhere",
        example: Rule.Example(bad: "../weights.bin", good: "weights.bin"),
        source: RuleSource.tarFilters)

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        let path = MemberPath(member.name)
        guard path.hasParentComponents else { return }
        let consequence =
            path.escapes
            ? "leaves the model directory, so extractors refuse it" : "holds '..', which extractors refuse or strip"
        context.report(
            Finding(Self.rule, "'\(member.name)' \(consequence)", at: context.location(of: member)))
    }
}
