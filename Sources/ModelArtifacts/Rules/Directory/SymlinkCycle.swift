/// Finds symbolic links that lead back to where they are.
final class SymlinkCycle: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "symlink-cycle", .error, "a symbolic link leads to a directory that holds it, or to itself",
        explanation: """
            An uploader that follows such a link walks in a circle: it stores the same files under longer and longer keys \
            until a path is too long, or gives up with an error. Nothing below the link is looked at.
            """,
        remedy: "delete the link, or pass `--exclude` for it here and to the uploader",
        example: Rule.Example(bad: "model/latest -> .", good: "model/latest (removed)"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .symbolicLinkCycle(let target) = entry.kind else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is a symbolic link to '\(target)', which leads back to itself",
                at: context.location(entry.path)))
    }
}
