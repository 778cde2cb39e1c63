/// Finds what Git leaves in a file's place when Git LFS has not fetched it.
final class GitLFSPointer: ContentCheck {
    /// Pointers are shorter than 1,024 bytes by their specification.
    /// The sizes of pointers in bytes: three lines, of which the last holds the size of the file, and room for extensions.
    private static let pointerSizes: ClosedRange<Int64> = 60...400
    private static let searchedBytes = 200

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

    func bytesNeeded(path: Span<UInt8>, name: Int, size: Int64) -> Int {
        Self.pointerSizes.contains(size) ? Self.searchedBytes : 0
    }

    func check(contents: Span<UInt8>, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        let start = ByteString(contents.extracting(0..<min(contents.count, Self.searchedBytes)))
        guard start.hasPrefix("version https://git-lfs.github.com/spec/v1\n"), !NotAGzipTar.applies(to: context.subject)
        else { return }
        let text = ByteString(path)
        let meant = Self.size(in: start).map { " for a file of \($0) bytes" } ?? ""
        context.report(
            Finding(
                Self.rule, "'\(text)' is a Git LFS pointer\(meant), not the file itself", at: context.location(text)))
    }

    private static func size(in pointer: ByteString) -> Int64? {
        for line in pointer.bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "size ".utf8) {
            return ByteString(Array(line.dropFirst("size ".utf8.count))).string.flatMap { Int64($0) }
        }
        return nil
    }
}
