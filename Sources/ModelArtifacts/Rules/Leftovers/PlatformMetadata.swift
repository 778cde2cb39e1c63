/// Finds what operating systems write beside the files of their users.
final class PlatformMetadata: LayoutCheck {
    static let interest = NameInterest(
        firstBytes: ".", suffixes: ["__MACOSX", "Thumbs.db", "desktop.ini"])
    static let directories = interest

    static let rule = Rule(
        "platform-metadata", .warning, "files that macOS or Windows write by themselves",
        explanation: """
            `.DS_Store`, `._*`, `__MACOSX`, `Thumbs.db` and `desktop.ini` are no part of a model. Containers that load \
            every file they find fail on them: `._weights.bin` has the name of weights and holds a few hundred bytes of \
            attributes. The XGBoost container had to learn to skip them.
            """,
        remedy: "leave them out: `--exclude-junk` here, `COPYFILE_DISABLE=1` for tar on macOS, or delete them",
        example: Rule.Example(bad: "._weights.bin\nweights.bin", good: "weights.bin"),
        source: "https://github.com/aws/sagemaker-xgboost-container/pull/313")

    private var outermost = OutermostDirectory()

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        if Self.isMetadata(path, name: name) { outermost.enter(path) }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard outermost.leave(path) else { return }
        let text = ByteString(path)
        context.report(
            Finding(
                Self.rule,
                "'\(text)' is a directory of platform metadata with \(Plural.count(totals.filesBelow, "file")) below it",
                at: context.location(text), count: totals.filesBelow,
                help: context.subject.remedy(leavingOutBy: "--exclude-junk")))
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard !outermost.isEntered, Self.isMetadata(path, name: name) else { return }
        let help = context.subject.remedy(leavingOutBy: "--exclude-junk")
        context.report(Self.rule, at: path, help: help) { "'\($0)' is platform metadata and not part of a model" }
    }

    private static func isMetadata(_ path: Span<UInt8>, name: Int) -> Bool {
        JunkName.isPlatformMetadata(ByteString(path.extracting(name..<path.count)))
    }
}
