/// Finds archives among the files of a model.
final class NestedArchive: LayoutCheck {
    /// So many are held back until it is known what lies beside them.
    private static let mostHeld = 10_000

    static let interest = NameInterest(suffixes: [".tar.gz", ".tgz", "/config.pbtxt"])
    static let directories = NameInterest.none
    /// Its prefix holds nothing else.
    static let exceptFrameworks: Set<Framework> = [.multiModel]

    static let rule = Rule(
        "nested-archive", .warning, "a file in the layout is a tar.gz that nobody will unpack",
        explanation: """
            SageMaker unpacks one archive, the one that the URI names, and nothing inside it; below an S3Prefix it \
            unpacks nothing. A tar.gz among the files stays as it is, which is right only if the container's own code \
            unpacks it. Often it is an old package of the same model that was left in the directory. Not reported are the \
            Python environments of Triton, which lie beside config.pbtxt, and what DJL unpacks itself: archives at the top and \
            in local_wheels.
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

    /// Archives whose neighbours are not all known yet.
    private var held: [ByteString] = []
    /// The directories of Triton's models: those with a config.pbtxt.
    private var tritonModels: Set<ByteString> = []

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard Self.isArchiveName(path) else {
            if path.ends(withComponents: "config.pbtxt"), tritonModels.count < Self.mostHeld {
                tritonModels.insert(ByteString(path).parent)
            }
            return
        }
        let subject = context.subject
        // The source itself, deployed as a file, is another rule's.
        let isSource = subject.kind == .file || subject.combination.dataType == .object
        guard subject.combination.compressionType == .gzip || (subject.kind != .archive && !isSource) else { return }
        if subject.framework == .djlLMI, name == 0 || path.extracting(0..<name).ends(with: "local_wheels/") { return }
        if name > 0, held.count < Self.mostHeld { return held.append(ByteString(path)) }
        report(path, context)
    }

    func finish(layout context: CheckContext) {
        for path in held where !tritonModels.contains(path.parent) { report(path.bytes.span, context) }
    }

    private func report(_ path: Span<UInt8>, _ context: CheckContext) {
        context.report(Self.rule, at: path) { path in
            "'\(path)' stays an archive, since SageMaker does not unpack what lies inside a model"
        }
    }
}
