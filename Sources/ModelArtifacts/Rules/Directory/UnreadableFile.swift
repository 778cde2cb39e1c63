/// Finds files and directories that cannot be opened.
final class UnreadableFile: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "unreadable-file", .error, "a file or directory of the source cannot be opened",
        explanation: """
            What cannot be read cannot be uploaded: `aws s3 sync` warns about such a file, leaves it out and goes on, so \
            the model arrives without it. Nothing is known of what an unreadable directory holds.
            """,
        remedy: "make it readable for whoever uploads: `chmod -R u+rX DIRECTORY`",
        example: Rule.Example(bad: "---------- root  weights.bin", good: "-rw-r--r-- me  weights.bin"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .unreadable(let reason) = entry.kind else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' cannot be read, so it would be missing: \(DisplayText.escaped(reason))",
                at: context.location(entry.path)))
    }
}
