/// Finds model data that is named by an https URI.
final class HTTPSURI: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "https-uri", .warning, "the URI begins with https, which only the API's pattern admits",
        explanation: """
            The pattern of `S3Uri` lets https through, but no page says which hosts and styles SageMaker understands, and \
            all examples are written with s3. An address copied from the console may also be a presigned or \
            percent-encoded one, which names another object than it seems to.
            """,
        remedy: "write the URI as s3://BUCKET/KEY",
        example: Rule.Example(
            bad: "https://mybucket.s3.us-east-1.amazonaws.com/model/", good: "s3://mybucket/model/"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard let uri = subject.uri, uri.scheme == .https else { return }
        // Of a presigned address, or one of another host, the plain form cannot be told.
        let isPlain =
            uri.text.string?.contains(".amazonaws.com") ?? false && !uri.text.bytes.contains(UInt8(ascii: "?"))
        context.report(
            Finding(
                Self.rule, "'\(uri)' is an https address, and only s3:// is documented to work",
                help: isPlain ? "write it as \(S3URI(bucket: uri.bucket, key: uri.key))" : nil))
    }
}
