/// Finds what operating systems write beside the files of their users.
final class PlatformMetadata: LayoutCheck, SummaryCheck {
    static let interest = NameInterest(
        firstBytes: ".", suffixes: ["__MACOSX", "Thumbs.db", "desktop.ini"])
    static let directories = interest

    static let rule = Rule(
        "platform-metadata", .warning, "files that macOS or Windows write by themselves",
        explanation: """
            `.DS_Store`, `._*`, `__MACOSX`, `Thumbs.db` and `desktop.ini` are no part of a model. Containers that load \
            every file they find fail on them: `._weights.bin` has the name of weights and holds a few hundred bytes of \
            attributes. The XGBoost container had to learn to skip them. Where there is nothing else, no model would arrive: an error.
            """,
        remedy: "leave them out: `--exclude-junk` here, `COPYFILE_DISABLE=1` for tar on macOS, or delete them",
        example: Rule.Example(bad: "._weights.bin\nweights.bin", good: "weights.bin"),
        source: "https://github.com/aws/sagemaker-xgboost-container/pull/313")

    private var outermost = OutermostDirectory()
    /// How many of the files are such.
    private var count = 0

    func begin() { (outermost, count) = (OutermostDirectory(), 0) }

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        if Self.isMetadata(path, name: name) { outermost.enter(path) }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard outermost.leave(path) else { return }
        let text = ByteString(path)
        count += totals.filesBelow
        context.report(
            Finding(
                Self.rule,
                "'\(text)' is a directory of platform metadata with \(Plural.count(totals.filesBelow, "file")) below it",
                at: context.location(text), count: totals.filesBelow,
                help: context.subject.remedy(leavingOutBy: "--exclude-junk")))
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard !outermost.isEntered, Self.isMetadata(path, name: name) else { return }
        count += 1
        let help = context.subject.remedy(leavingOutBy: "--exclude-junk")
        context.report(Self.rule, at: path, help: help) { "'\($0)' is platform metadata and not part of a model" }
    }

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard totals.isComplete, count > 0, count == totals.files, context.subject.hosting != .many else { return }
        var finding = Finding(
            Self.rule,
            "'\(context.subject.uriText ?? context.subject.location)' holds nothing but platform metadata, so that no model would arrive",
            help: "check that the model was written there")
        finding.severity = .error
        context.report(finding)
    }

    private static func isMetadata(_ path: Span<UInt8>, name: Int) -> Bool {
        JunkName.isPlatformMetadata(ByteString(path.extracting(name..<path.count)))
    }
}
