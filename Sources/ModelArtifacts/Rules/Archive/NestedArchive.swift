/// Finds archives among the files of a model.
final class NestedArchive: NameCheck {
    static let interest = NameInterest(suffixes: [".tar.gz", ".tgz"])
    static let directories = NameInterest.none

    static let rule = Rule(
        "nested-archive", .warning, "a file in the layout is a tar.gz that nobody will unpack",
        explanation: """
            SageMaker unpacks one archive, the one that the URI names, and nothing inside it; below an S3Prefix it \
            unpacks nothing. A tar.gz among the files stays as it is, which is right only if the container's own code \
            unpacks it. Often it is an old package of the same model that was left in the directory.
            """,
        remedy: "unpack it in its place, or leave it out",
        example: Rule.Example(
            bad: "s3://mybucket/model/model.tar.gz (with S3Prefix)", good: "s3://mybucket/model/weights"),
        source: RuleSource.modelDataSource)

    /// Whether a name says that the file is a gzip-compressed tar archive.
    static func isArchiveName(_ name: ByteString) -> Bool { isArchiveName(name.bytes.span) }

    private static func isArchiveName(_ name: Span<UInt8>) -> Bool {
        name.ends(with: ".tar.gz") || name.ends(with: ".tgz")
    }

    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext) {
        guard !isDirectory, Self.isArchiveName(path) else { return }
        let subject = context.subject
        // The source itself, deployed as a file, is another rule's.
        let isSource = subject.kind == .file || subject.combination.dataType == .object
        guard subject.combination.compressionType == .gzip || (subject.kind != .archive && !isSource) else { return }
        context.report(Self.rule, at: path) { path in
            "'\(path)' stays an archive, since SageMaker does not unpack what lies inside a model"
        }
    }
}
