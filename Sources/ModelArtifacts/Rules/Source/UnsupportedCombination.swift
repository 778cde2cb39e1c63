/// Finds a prefix of gzip archives.
final class UnsupportedCombination: SubjectCheck {
    static let rule = Rule(
        "unsupported-combination", .error, "`S3Prefix` with `Gzip`",
        explanation: """
            The API page says what SageMaker does with one gzip-compressed archive (S3Object and Gzip) and with \
            uncompressed objects (None). It says nothing of a prefix of archives, and the SageMaker SDK never asks for \
            it. boto3 sends such a request without complaint. In a request whose URI names an archive it is a warning: \
            samples of AWS name one archive so.
            """,
        remedy: "choose S3Object with Gzip for one archive, or S3Prefix with None for uncompressed objects",
        example: Rule.Example(
            bad: "--s3-data-type S3Prefix --compression-type Gzip",
            good: "--s3-data-type S3Object --compression-type Gzip"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard !subject.combination.isSupported else { return }
        context.report(
            Finding(Self.rule, "S3Prefix with Gzip is a combination that SageMaker does not document"))
    }
}
