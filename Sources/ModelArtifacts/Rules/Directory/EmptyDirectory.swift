/// Finds directories that will not exist in S3.
final class EmptyDirectory: DirectoryCheck {
    static let rule = Rule(
        "empty-directory", .note, "an empty directory will not exist in the model",
        explanation: """
            S3 has no directories, only keys with slashes in them. A directory without files has no key and does not \
            arrive. Code that expects it, for instance to write into it, has to make it. In an archive an empty directory \
            is a member and stays.
            """,
        remedy: "put a file into it, or let the code make the directory",
        example: Rule.Example(bad: "model/cache/ (empty)", good: "model/cache/.keep"),
        source: RuleSource.consoleFolders)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .emptyDirectory = entry.kind, context.subject.combination.compressionType == .none else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is an empty directory, which S3 cannot hold",
                at: context.location(entry.path)))
    }
}
