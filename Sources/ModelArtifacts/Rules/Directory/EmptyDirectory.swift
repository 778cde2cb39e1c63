/// Finds directories that will not exist in S3.
final class EmptyDirectory: DirectoryCheck, LayoutCheck {
    static let interest = NameInterest(suffixes: ["config.pbtxt", "saved_model.pb"])
    /// Those that may be versions of a model.
    static let directories = NameInterest(lastBytes: "0123456789")

    static func applies(to subject: Subject) -> Bool { subject.kind == .directory }

    static let rule = Rule(
        "empty-directory", .note, "an empty directory will not exist in the model",
        explanation: """
            S3 has no directories, only keys with slashes in them. A directory without files has no key and does not \
            arrive. Code that expects it, for instance to write into it, has to make it. In an archive an empty directory \
            is a member and stays. Where it is the only version directory beside a `config.pbtxt`, as that of an ensemble \
            is, Triton does not load the model without it, and it is an error. Of the empty `assets` and `variables` of a SavedModel, \
            which TensorFlow writes and does not need, nothing is said.
            """,
        remedy: "put a file into it, or let the code make the directory",
        example: Rule.Example(bad: "model/cache/ (empty)", good: "model/cache/.keep"),
        source: RuleSource.consoleFolders)

    /// So many models of a repository, and versions of them, are told apart.
    private static let limit = 10_000

    /// The empty directories whose names are numbers, of which it is not known yet what they are.
    private var versions: [ByteString] = []
    private var models: Set<ByteString> = []
    private var modelsWithVersion: Set<ByteString> = []

    /// The empty directories that are named as parts of a SavedModel.
    private var parts: [ByteString] = []
    private var savedModels: Set<ByteString> = []

    func begin() { (versions, models, modelsWithVersion, parts, savedModels) = ([], [], [], [], []) }

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        guard case .emptyDirectory = entry.kind, context.subject.combination.compressionType == .none else { return }
        if entry.path.lastComponent.isNumber, versions.count < Self.limit {
            versions.append(entry.path)
        } else if ["assets", "variables"].contains(entry.path.lastComponent), parts.count < Self.limit {
            parts.append(entry.path)
        } else {
            report(entry.path, context)
        }
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        if path.ends(withComponents: "config.pbtxt"), models.count < Self.limit {
            models.insert(ByteString(path).parent)
        } else if path.ends(withComponents: "saved_model.pb"), savedModels.count < Self.limit {
            savedModels.insert(ByteString(path).parent)
        }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard totals.filesBelow > 0, modelsWithVersion.count < Self.limit,
            ByteString(path.extracting(name...)).isNumber
        else { return }
        modelsWithVersion.insert(ByteString(path).parent)
    }

    func finish(layout context: CheckContext) {
        for path in parts where !savedModels.contains(path.parent) { report(path, context) }
        for path in versions {
            // With its framework told, a rule of its own says whether it matters.
            let model = path.parent
            guard context.subject.framework == nil, models.contains(model), !modelsWithVersion.contains(model) else {
                report(path, context)
                continue
            }
            var finding = Finding(
                Self.rule,
                "'\(path)' is an empty version directory, which S3 cannot hold, and Triton does not load the model without it",
                at: context.location(path), help: "put a file into it, for instance '\(path)/.keep', before the upload")
            finding.severity = .error
            context.report(finding)
        }
    }

    private func report(_ path: ByteString, _ context: CheckContext) {
        context.report(
            Finding(
                Self.rule, "'\(path)' is an empty directory, which S3 cannot hold", at: context.location(path)))
    }
}
