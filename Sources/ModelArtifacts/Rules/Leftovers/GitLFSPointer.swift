/// Finds what Git leaves in a file's place when Git LFS has not fetched it.
final class GitLFSPointer: ContentCheck, WeightsCheck {
    static let rule = Rule(
        "git-lfs-pointer", .error, "the file is a Git LFS pointer and not the file it stands for",
        explanation: """
            A repository cloned without Git LFS, as from the Hugging Face Hub, holds a text of some 130 bytes in the place \
            of each large file. It has the name of the weights and loads as nothing: loaders fail with "invalid header" \
            or "invalid load key, 'v'". Of a listing only the sizes are known: weights that all have that of a pointer are a warning.
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

    /// The sizes of pointers to files of one megabyte to a terabyte, in bytes: three lines, of which the last ends with the size.
    private static let sizes: ClosedRange<Int64> = 132...138

    /// Tells pointers by their sizes, where nothing else is known of files.
    func check(_ files: WeightFiles, _ context: CheckContext) {
        guard !files.hasContents else { return }
        for (path, folder) in files.sortedFolders {
            for (name, size) in folder.files.sorted(by: { $0.key < $1.key }) {
                guard let size, Self.sizes.contains(size) else { continue }
                report(path + name, count: 1, "'\(path + name)' has \(size) bytes", context)
            }
            for set in folder.sets {
                guard let bytes = set.bytes, bytes >= Self.sizes.lowerBound * Int64(set.present),
                    bytes <= Self.sizes.upperBound * Int64(set.present)
                else { continue }
                let each = set.present == 1 ? "has \(bytes) bytes" : "and the other shards have \(bytes) bytes together"
                report(path + set.firstName, count: set.present, "'\(path + set.firstName)' \(each)", context)
            }
        }
    }

    private func report(_ place: ByteString, count: Int, _ message: String, _ context: CheckContext) {
        // The index of a small SavedModel has that size, too.
        guard ContentFormat(named: place.lastComponent.bytes.span)?.isWeights ?? false, !place.hasSuffix(".index")
        else { return }
        var finding = Finding(
            Self.rule, message + ", as a Git LFS pointer has in the place of weights", at: context.location(place),
            count: count)
        finding.severity = .warning
        context.report(finding)
    }
}
