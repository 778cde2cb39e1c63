/// Finds directories that will not exist in S3.
final class EmptyDirectory: DirectoryCheck, LayoutCheck {
    static let interest = NameInterest(suffixes: ["/config.pbtxt"])
    static let directories = NameInterest.none

    static func applies(to subject: Subject) -> Bool {
        subject.kind == .directory && subject.combination.compressionType == .none
    }

    static let rule = Rule(
        "empty-directory", .note, "an empty directory will not exist in the model",
        explanation: """
            S3 has no directories, only keys with slashes in them. A directory without files has no key and does not \
            arrive. Code that expects it, for instance to write into it, has to make it. In an archive an empty directory \
            is a member and stays. The empty version directory of a Triton ensemble (a number, beside config.pbtxt) is a \
            warning: the ensemble does not load without it.
            """,
        remedy: "put a file into it, or let the code make the directory",
        example: Rule.Example(bad: "model/cache/ (empty)", good: "model/cache/.keep"),
        source: RuleSource.consoleFolders)

    /// So many version directories are held back until it is known what lies beside them.
    private static let mostHeld = 10_000
    private var versions: [ByteString] = []
    private var tritonModels: Set<ByteString> = []

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .emptyDirectory = entry.kind else { return }
        if entry.path.lastComponent.isNumber, versions.count < Self.mostHeld { return versions.append(entry.path) }
        report(entry.path, context)
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        if tritonModels.count < Self.mostHeld { tritonModels.insert(ByteString(path).parent) }
    }

    func finish(layout context: CheckContext) {
        for path in versions {
            // With its framework told, a rule of its own says whether it matters.
            let isTriton = context.subject.framework == nil && tritonModels.contains(path.parent)
            guard isTriton else { report(path, context); continue }
            var finding = Finding(
                Self.rule,
                "'\(path)' is an empty directory, which S3 cannot hold, and Triton does not load '\(path.parent)' without a version",
                at: context.location(path),
                help: "put an empty file into it: `touch \(ShellWord.quoted(path))/.keep` in the directory")
            finding.severity = .warning
            context.report(finding)
        }
    }

    private func report(_ path: ByteString, _ context: CheckContext) {
        context.report(
            Finding(
                Self.rule, "'\(path)' is an empty directory, which S3 cannot hold", at: context.location(path)))
    }
}
