/// Finds a whole entry of a Hugging Face cache where one snapshot of it is meant.
final class HuggingFaceCache: LayoutCheck, ContentCheck {
    static let interest = NameInterest(suffixes: ["refs/main", "/config.json", "/model_index.json"])
    static let directories = NameInterest(suffixes: ["blobs", "refs", "snapshots"])

    static let rule = Rule(
        "hugging-face-cache", .warning, "a whole entry of a Hugging Face cache, and not a snapshot of it",
        explanation: """
            The cache keeps the contents of files under `blobs`, and under `snapshots/REVISION` links to them with the \
            files' own names. S3 has no links: uploaders store the contents twice. And a container looks for \
            `config.json` and the weights at the top, not below `snapshots/REVISION`. Code that is told by `HF_HUB_CACHE` \
            that this is a cache finds them; but it needs the snapshots alone.
            """,
        remedy: "give the directory below `snapshots`, which holds the model under the files' own names",
        example: Rule.Example(
            bad: "optml check models--acme--tiny", good: "optml check models--acme--tiny/snapshots/c1899de2…"),
        source: "https://huggingface.co/docs/huggingface_hub/guides/manage-cache")

    /// The parts of a cache's entry that a directory has.
    private struct Parts: OptionSet {
        let rawValue: UInt8
        static let blobs = Parts(rawValue: 1)
        static let refs = Parts(rawValue: 2)
        static let snapshots = Parts(rawValue: 4)
    }

    /// So many directories are told apart.
    private static let limit = 10_000
    /// How many hexadecimal digits a revision has: those of a Git commit.
    private static let revisionLength = 40

    private var entries: [ByteString: Parts] = [:]
    /// The revisions that the entries' `refs/main` name.
    private var revisions: [ByteString: ByteString] = [:]
    /// Up to two revisions below the entries' `snapshots` that hold a model: of more it is only known that there are several.
    private var snapshots: [ByteString: Set<ByteString>] = [:]

    func begin() { (entries, revisions, snapshots) = ([:], [:], [:]) }

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        let part: Parts
        switch ByteString(path.extracting(name...)) {
        case "blobs": part = .blobs
        case "refs": part = .refs
        case "snapshots": part = .snapshots
        default: return
        }
        let parent = ByteString(path).parent
        if entries.count < Self.limit || entries[parent] != nil { entries[parent, default: []].insert(part) }
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        let revision = ByteString(path).parent
        let folder = revision.parent
        guard folder.lastComponent == "snapshots" else { return }
        let found = snapshots[folder.parent]
        guard found.map({ $0.count < 2 }) ?? (snapshots.count < Self.limit) else { return }
        snapshots[folder.parent, default: []].insert(revision.lastComponent)
    }

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        path.ends(withComponents: "refs/main") ? .whole(size, upTo: 64) : .none
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        let digits = contents.prefix.prefix { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard digits.count == Self.revisionLength, revisions.count < Self.limit else { return }
        revisions[ByteString(path).parent.parent] = ByteString(Array(digits))
    }

    func finish(layout context: CheckContext) {
        for (entry, parts) in entries.sorted(by: { $0.key < $1.key }) where Self.isCache(entry, parts) {
            let subject = context.subject
            let shown = entry.isEmpty ? subject.uriText ?? subject.location : entry
            // An archive may hold the links of the snapshot as links.
            let contents = subject.kind == .archive ? "the model is" : "contents are there twice, and"
            var finding = Finding(
                Self.rule,
                "'\(shown)' is a whole entry of a Hugging Face cache: \(contents) not where a container looks",
                at: entry.isEmpty ? Location() : context.location(entry))
            let below = entry.isEmpty ? ByteString("") : entry + "/"
            let snapshot = below + "snapshots/" + (revision(of: entry) ?? "REVISION")
            if subject.kind == .directory {
                let root = subject.location.hasSuffix("/") ? subject.location : subject.location + "/"
                finding.help = "give the snapshot, which holds the model: \(ShellWord.quoted(root + snapshot))"
            } else {
                finding.help = "deploy the snapshot alone, which is below \(ShellWord.quoted(snapshot))"
            }
            context.report(finding)
        }
    }

    /// The revision that is meant: what `refs/main` names, else the only one that holds a model; nil if nothing tells.
    private func revision(of entry: ByteString) -> ByteString? {
        if let revision = revisions[entry] { return revision }
        guard let found = snapshots[entry], found.count == 1 else { return nil }
        return found.first
    }

    /// Whether a directory is an entry of a cache: what other programs keep under these names is not all of it.
    private static func isCache(_ entry: ByteString, _ parts: Parts) -> Bool {
        guard parts.isSuperset(of: [.blobs, .snapshots]) else { return false }
        return parts.contains(.refs) || entry.lastComponent.hasPrefix("models--")
    }
}
