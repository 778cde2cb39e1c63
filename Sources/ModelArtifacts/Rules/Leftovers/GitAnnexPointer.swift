/// Finds what git-annex leaves in a file's place when its content has not been fetched.
final class GitAnnexPointer: ContentCheck, MemberCheck, DirectoryCheck {
    /// Pointers hold a path, and no more than the path of a key needs.
    private static let pointerSizes: ClosedRange<Int64> = 20...400
    private static let start = Array("/annex/objects/".utf8)
    private static let directory = ".git/annex/objects/"

    static let rule = Rule(
        "git-annex-pointer", .warning, "git-annex stands for the file, and its content lies elsewhere",
        explanation: """
            git-annex keeps contents in `.git/annex/objects`, and in a file's place a symbolic link to there, or, for a file \
            that is unlocked, a text that begins with `/annex/objects/`. Where the content was not fetched, or the link \
            is packed without it, the container finds no weights.
            """,
        remedy: "fetch the contents with `git annex get .`, and copy the files with `git annex export` or `cp -L`",
        example: Rule.Example(
            bad: "model.pt -> .git/annex/objects/Xz/7q/SHA256E-s1234--….pt", good: "model.pt (1,234 bytes)"),
        source: "https://git-annex.branchable.com/internals/pointer_file/")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        // Of what stands in the place of weights, another rule speaks.
        guard format == nil, Self.pointerSizes.contains(size) else { return .none }
        return ContentNeeds(prefix: Self.start.count)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        guard contents.prefix.starts(with: Self.start) else { return }
        let text = ByteString(path)
        context.report(
            Finding(
                Self.rule, "'\(text)' is a pointer of git-annex, and the content is not there",
                at: context.location(text)))
    }

    func check(_ member: ArchiveMember, _ context: CheckContext) {
        guard member.kind == .symbolicLink, let target = member.linkTarget, Self.isInAnnex(target) else { return }
        context.report(
            Finding(
                Self.rule, "'\(member.name)' is a link of git-annex, which leads out of the archive",
                at: context.location(of: member)))
    }

    func finish(members: PathTable, _ context: CheckContext) {}

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .brokenSymbolicLink(let target) = entry.kind, Self.isInAnnex(target) else { return }
        context.report(
            Finding(
                Self.rule, "'\(entry.path)' is a link of git-annex to a content that is not there",
                at: context.location(entry.path)))
    }

    private static func isInAnnex(_ target: ByteString) -> Bool { target.bytes.span.contains(directory) }
}
