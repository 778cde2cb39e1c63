/// Finds what DVC keeps in a Git repository for files that lie elsewhere.
final class DVCPointer: LayoutCheck {
    static let interest = NameInterest(suffixes: [".dvc"])
    static let directories = interest

    static let rule = Rule(
        "dvc-pointer", .warning, "a file of DVC, which stands for data that lies elsewhere",
        explanation: """
            DVC keeps in the repository a text `NAME.dvc` with the checksum of the file NAME, and the file itself in a \
            remote storage. Where nobody ran `dvc pull`, the file is missing; where somebody did, the text is no part of \
            the model. The directory `.dvc` holds settings and often a cache with everything once more.
            """,
        remedy: "run `dvc pull` so that the files are there, and leave `*.dvc` and `.dvc/` out",
        example: Rule.Example(bad: "model/model.pt.dvc", good: "model/model.pt"),
        source: "https://dvc.org/doc/user-guide/project-structure/dvc-files")

    private var outermost = OutermostDirectory()

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        if path.ends(withComponents: ".dvc") { outermost.enter(path) }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard outermost.leave(path) else { return }
        let text = ByteString(path)
        context.report(
            Finding(
                Self.rule,
                "'\(text)' is the directory of DVC, with \(Plural.count(totals.filesBelow, "file")) below it",
                at: context.location(text), count: totals.filesBelow))
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard !outermost.isEntered, file.kind == .file, path.count - name > ".dvc".utf8.count else { return }
        context.report(Self.rule, at: path) { path in
            let file = ByteString(Array(path.bytes.dropLast(".dvc".utf8.count)))
            return "'\(path)' stands for '\(file)', which lies in a storage of DVC"
        }
    }
}
