/// Finds symbolic links to nothing.
final class BrokenSymlink: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "broken-symlink", .error, "a symbolic link leads to nothing",
        explanation: """
            An uploader follows symbolic links and stores what they lead to. Where that does not exist it warns and goes \
            on, so the model arrives without the file. A Hugging Face snapshot that was copied without its blobs consists \
            of such links.
            """,
        remedy: "restore what the link points to, or delete the link",
        example: Rule.Example(bad: "weights.bin -> ../blobs/0a1b (which is not there)", good: "weights.bin (a file)"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .brokenSymbolicLink(let target) = entry.kind else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is a symbolic link to '\(target)', which does not exist",
                at: context.location(entry.path)))
    }
}
