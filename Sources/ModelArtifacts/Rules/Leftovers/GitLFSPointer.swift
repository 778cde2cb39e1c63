/// Finds what Git leaves in a file's place when Git LFS has not fetched it.
final class GitLFSPointer: ContentCheck {
    static let rule = Rule(
        "git-lfs-pointer", .error, "the file is a Git LFS pointer and not the file it stands for",
        explanation: """
            A repository cloned without Git LFS, as from the Hugging Face Hub, holds a text of some 130 bytes in the place \
            of each large file. It has the name of the weights and loads as nothing: loaders fail with "invalid header" \
            or "invalid load key, 'v'".
            """,
        remedy: "fetch the files with `git lfs pull`, or download them with `hf download`",
        example: Rule.Example(
            bad: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a…\nsize 1234567890",
            good: "the 1,234,567,890 bytes themselves"),
        source: "https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: PlaceholderText.pointerSizes.contains(size) && !isInGit(path))
    }

    /// Whether a file is one of Git's own, which is no part of the model, and of which another rule speaks.
    private static func isInGit(_ path: Span<UInt8>) -> Bool { path.starts(with: ".git/") || path.contains("/.git/") }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        // What the source as a whole is, is said already.
        guard !NotAGzipTar.applies(to: context.subject) else { return }
        context.report(Self.rule, of: contents, .gitLFSPointer, at: path)
    }
}
