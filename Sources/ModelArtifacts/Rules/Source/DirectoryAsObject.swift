/// Finds a directory that is to be one uncompressed object.
final class DirectoryAsObject: SubjectCheck {
    static let rule = Rule(
        "directory-as-object", .error, "a directory cannot be one uncompressed object",
        explanation: """
            S3Object names one object, and S3 has no directories: each file of a directory becomes an object of its own. \
            With None nothing is unpacked either, so there is no way for a directory to arrive as one object.
            """,
        remedy: "choose S3Prefix with None, or S3Object with Gzip and pack it: `optml pack DIRECTORY -o model.tar.gz`",
        example: Rule.Example(
            bad: "optml check model/ --s3-data-type S3Object --compression-type None",
            good: "optml check model/ --s3-data-type S3Prefix --compression-type None"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard subject.kind == .directory, subject.combination == Combination(.object, .none) else { return }
        context.report(
            Finding(Self.rule, "'\(subject.location)' is a directory, which cannot be one uncompressed object"))
    }
}
