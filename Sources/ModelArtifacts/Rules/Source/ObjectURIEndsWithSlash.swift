/// Finds the URI of an object that ends with a slash.
final class ObjectURIEndsWithSlash: SubjectCheck {
    static let rule = Rule(
        "object-uri-ends-with-slash", .error, "`S3Object` and the URI ends with a slash",
        explanation: """
            For S3Object, SageMaker splits the key by slash and uses the last part as the name of the file. After a slash \
            at the end nothing is left, and an empty name is not allowed. A URI that ends with a slash is that of a \
            prefix.
            """,
        remedy: "name the object itself, or choose S3Prefix for all objects below the prefix",
        example: Rule.Example(
            bad: "S3DataType S3Object, s3://mybucket/model/", good: "S3DataType S3Object, s3://mybucket/model/weights"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard subject.combination.dataType == .object, let uri = subject.uri, !uri.key.isEmpty,
            uri.key.hasSuffix("/") || uri.text.hasSuffix("/")
        else { return }
        context.report(
            Finding(
                Self.rule, "'\(uri)' ends with a slash, so no file name is left for the object",
                at: Location(key: uri.key)))
    }
}
