/// Says that nobody has looked at the data.
final class NotInspected: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "not-inspected", .note, "the contents could not be looked at",
        explanation: """
            A listing tells the key and the size of an archive, not what it holds, and with `--no-source` there is \
            nothing to look at. The rules about names, layout and contents then have nothing to say, and a result \
            without errors means less than usual.
            """,
        remedy: "check the archive or the directory itself before it is uploaded",
        example: Rule.Example(
            bad: "optml check s3://mybucket/model.tar.gz",
            good: "optml check model.tar.gz --s3-uri s3://mybucket/model.tar.gz"),
        source: "README.md")

    func check(_ subject: Subject, _ context: CheckContext) {
        let isRemote = subject.kind == .listing || subject.kind == .s3
        let name = subject.uriText ?? subject.location
        let message: String
        if !subject.isInspected {
            message = "'\(name)' was not looked at, so only its URI and combination are checked"
        } else if isRemote, subject.combination == Combination(.object, .gzip) {
            message = "'\(name)' is an archive in S3, so what it unpacks to is not known"
        } else {
            return
        }
        context.report(
            Finding(Self.rule, message, at: Location(key: subject.objectKey), help: Self.help(subject, name)))
    }

    /// What to do about an archive that lies in S3 already, whose contents `optml check` reads, as some other commands do not.
    private static func help(_ subject: Subject, _ name: ByteString) -> String? {
        guard subject.isInspected, subject.kind == .s3 else { return nil }
        return
            "look at what it holds: `optml check \(ShellWord.quoted(name))`, with `--content-limit 1GiB` where the AWS CLI is asked"
    }
}
