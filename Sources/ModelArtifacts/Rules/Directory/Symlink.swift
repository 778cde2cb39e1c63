/// Says that links of a directory become copies.
final class Symlink: DirectoryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "symlink", .note, "an uploader follows the symbolic links of the directory",
        explanation: """
            S3 has no links. Uploaders follow them and store what they lead to, so a file with three links to it is stored \
            four times and fills four times its size on the instance. Links that stay inside the directory, and those of \
            a Hugging Face cache, are each one finding with their number.
            """,
        remedy:
            "nothing needs to be done if copies are meant; `--no-follow-symlinks` makes the AWS CLI leave links out",
        example: Rule.Example(bad: "latest.bin -> step-100.bin", good: "latest.bin (a file)"),
        source: RuleSource.sync)

    private struct Group {
        var first: ByteString?
        var count = 0

        mutating func add(_ path: ByteString) {
            count += 1
            if first.map({ path < $0 }) ?? true { first = path }
        }
    }

    private var inside = Group()
    private var cached = Group()

    func begin() { (inside, cached) = (Group(), Group()) }

    func check(_ entry: DirectoryEntry, _ context: CheckContext) {
        switch entry.kind {
        case .symbolicLink(_, .inside): inside.add(entry.path)
        case .symbolicLink(_, .huggingFaceCache): cached.add(entry.path)
        default: return
        }
    }

    func finish(directory context: CheckContext) {
        report(inside, one: "symbolic link", "stored as a copy of what it points to", context)
        report(
            cached, one: "link into a Hugging Face cache", "stored as the file that it points to", context,
            help:
                "nothing needs to be done: an uploader stores the files that the links lead to; without following links it would store none"
        )
    }

    private func report(
        _ group: Group, one noun: String, _ consequence: String, _ context: CheckContext, help: String? = nil
    ) {
        guard let first = group.first else { return }
        let message =
            group.count == 1
            ? "'\(first)' is a \(noun), \(consequence)"
            : "'\(first)' is the first of \(group.count) entries that are each a \(noun), \(consequence)"
        context.report(Finding(Self.rule, message, at: context.location(first), count: group.count, help: help))
    }
}
