/// Finds an archive that is deployed as a file.
final class ArchiveNotExtracted: SubjectCheck, SummaryCheck {
    /// Of a multi-model endpoint nothing is unpacked or mirrored before a model is called.
    static let exceptFrameworks: Set<Framework> = [.multiModel]

    static let rule = Rule(
        "archive-not-extracted", .warning, "the archive will stay a file in the layout",
        explanation: """
            With None, SageMaker puts the object under /opt/ml/model as it is: the container finds model.tar.gz and not \
            the files in it. Only Gzip together with S3Object unpacks an archive.
            """,
        remedy: "choose S3Object with Gzip, or upload the files themselves under a prefix",
        example: Rule.Example(
            bad: "--s3-uri s3://mybucket/model.tar.gz --s3-data-type S3Object --compression-type None",
            good: "--s3-uri s3://mybucket/model.tar.gz --s3-data-type S3Object --compression-type Gzip"),
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/43814")

    /// Whether the source as a whole is an archive that is not to be unpacked.
    static func applies(to subject: Subject) -> Bool {
        guard subject.combination.compressionType == .none, subject.hosting == .one else { return false }
        switch subject.kind {
        case .archive: return true
        case .listing, .s3:
            return subject.objectKey.map { NestedArchive.isArchiveName($0) || ArchiveName.isOther($0) } ?? false
        case .file: return !NotAGzipTar.applies(to: subject) && isOtherArchive(subject)
        case .directory: return false
        }
    }

    /// Whether a file is an archive by its bytes, and by its name is not meant as anything else.
    private static func isOtherArchive(_ subject: Subject) -> Bool {
        guard let content = subject.content else { return false }
        switch content.kind {
        case .zip where content.isModelArchive: return !subject.location.hasSuffix(".mar")
        case .zip, .tar, .zstd, .bzip2, .xz, .sevenZip: return ArchiveName.isOther(subject.location)
        case .gzip, .html, .gitLFSPointer, .text, .empty, .unknown: return false
        }
    }

    func check(_ subject: Subject, _ context: CheckContext) {
        if !Self.isListed(subject) { report(subject, context) }
    }

    /// Whether an object of that name is there is known at the end of the listing.
    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        if Self.isListed(context.subject), totals.files > 0 { report(context.subject, context) }
    }

    private static func isListed(_ subject: Subject) -> Bool {
        subject.isInspected && (subject.kind == .listing || subject.kind == .s3)
    }

    private func report(_ subject: Subject, _ context: CheckContext) {
        let name = subject.objectKey?.lastComponent ?? subject.location.lastComponent
        context.report(
            Finding(
                Self.rule,
                "'\(name)' \(Self.what(subject))will not be unpacked, and lies in \(subject.mount) as a file",
                at: subject.objectKey == nil ? Location() : context.location(name), help: Self.help(subject, name)))
    }

    private static func what(_ subject: Subject) -> String {
        guard subject.kind == .file, let content = subject.content else { return "" }
        return content.isModelArchive
            ? "is a model archive of TorchServe (.mar) under another name, " : "is \(content.description), "
    }

    private static func help(_ subject: Subject, _ name: ByteString) -> String? {
        guard subject.kind == .file || ArchiveName.isOther(name) else { return nil }
        return "unpack it, and pack the files with `optml pack DIRECTORY -o model.tar.gz` for S3Object with Gzip"
    }
}
