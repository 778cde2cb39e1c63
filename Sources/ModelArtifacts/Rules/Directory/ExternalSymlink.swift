/// Finds symbolic links that lead out of the directory.
final class ExternalSymlink: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "external-symlink", .warning, "a symbolic link leads out of the directory",
        explanation: """
            An uploader follows the link and stores what it finds outside, which may be another version tomorrow, a whole \
            home directory, or nothing on another machine. The links of a Hugging Face cache from `snapshots` to `blobs` \
            are meant that way and are only a note.
            """,
        remedy: "copy what the link points to into the directory",
        example: Rule.Example(bad: "model/weights.bin -> /data/weights.bin", good: "model/weights.bin (a file)"),
        source: RuleSource.sync)

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .symbolicLink(let target, .outside) = entry.kind else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is a symbolic link to '\(target)' outside the directory, stored as a copy",
                at: context.location(entry.path)))
    }
}
