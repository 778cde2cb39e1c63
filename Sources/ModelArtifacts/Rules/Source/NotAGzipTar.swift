/// Finds a file that should be a gzip-compressed tar archive and is something else.
final class NotAGzipTar: SubjectCheck {
    static let rule = Rule(
        "not-a-gzip-tar", .error, "the file is not the gzip-compressed tar archive that it should be",
        explanation: """
            With Gzip, SageMaker decompresses and untars the object. A zip file, a plain tar file or another compression \
            under the name model.tar.gz fails with "Failed to extract model data archive". The bytes count and not the \
            name. A file that is named like an archive but is none is reported too, unless `--compression-type` says that \
            it is meant as it is.
            """,
        remedy: "pack the model's files with `optml pack DIRECTORY -o model.tar.gz`",
        example: Rule.Example(
            bad: "tar -cf model.tar.gz -C model .   # no -z: a plain tar file", good: "tar -czf model.tar.gz -C model ."
        ),
        source: RuleSource.endpointFailures)

    /// Whether the rule has something to say, so that others need not say it in their words.
    static func applies(to subject: Subject) -> Bool {
        guard subject.kind == .file, subject.isInspected, subject.combination.isSupported else { return false }
        if subject.combination.compressionType == .gzip { return !(subject.content?.isGzipTar ?? false) }
        guard let content = subject.content, !subject.combinationIsExplicit else { return false }
        return (content.isNamedTarGzip || content.isPiece) && !content.isGzipTar
    }

    func check(_ subject: Subject, _ context: CheckContext) {
        let what = subject.content?.description ?? "another kind of file"
        var help = subject.content?.remedy ?? Self.rule.remedy
        let message: String
        if subject.content?.isPiece ?? false {
            message = "'\(subject.location)' is a piece of an archive that was split, which nothing joins"
            help = "join the pieces with `cat` in their order, and deploy the whole archive"
        } else if subject.combination.compressionType == .gzip {
            message = "'\(subject.location)' is \(what), and SageMaker can unpack only a gzip-compressed tar archive"
        } else {
            message = "'\(subject.location)' is named like a gzip-compressed tar archive but is \(what)"
            let option = context.subject.isOfRequest ? "set CompressionType to None" : "pass `--compression-type None`"
            help += ", or \(option) to deploy the plain file on purpose"
        }
        context.report(Finding(Self.rule, message, help: help))
    }
}
