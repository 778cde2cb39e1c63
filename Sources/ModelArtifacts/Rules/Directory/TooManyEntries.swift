/// Finds sources with more entries than are read.
final class TooManyEntries: DirectoryCheck, ArchiveCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "too-many-entries", .error, "there are more entries than are read",
        explanation: """
            Links to directories can multiply a tree without end: two links to each directory in a chain of sixty give \
            more entries than any disk holds. An archive of a few kilobytes can name millions of members. Reading stops \
            at a limit that no model comes near, and what comes after it has not been checked.
            """,
        remedy: "remove the links that multiply the tree, or pack only what the model needs",
        example: Rule.Example(
            bad: "a/x -> ../b, a/y -> ../b, b/x -> ../c, b/y -> ../c, …", good: "a/x (the files themselves)"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .tooManyEntries(let limit) = entry.kind else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is where links have led to \(limit) entries, and no more are followed",
                at: context.location(entry.path), count: limit))
    }

    func check(_ outcome: ArchiveOutcome, _ context: CheckContext) {
        guard let limit = outcome.exceededMembers else { return }
        context.report(
            Finding(
                Self.rule, "'\(context.subject.location)' has more than \(limit) members, so reading stopped",
                count: limit))
    }
}
