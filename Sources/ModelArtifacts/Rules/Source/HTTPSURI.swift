/// Finds model data that is named by an https URI.
final class HTTPSURI: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "https-uri", .warning, "the URI begins with https, of which the API's pattern says nothing more",
        explanation: """
            The pattern of `S3Uri` lets https through, but no page says which hosts and styles SageMaker understands. The AWS CDK names \
            archives in ModelDataUrl as https://s3.REGION.amazonaws.com/BUCKET/KEY, of which nothing is said in a request. An address \
            copied from the console may also be a presigned or percent-encoded one, which names another object than it seems to, and \
            one of another host names none.
            """,
        remedy: "write the URI as s3://BUCKET/KEY",
        example: Rule.Example(
            bad: "https://mybucket.s3.us-east-1.amazonaws.com/model/", good: "s3://mybucket/model/"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard let uri = subject.uri, uri.scheme == .https else { return }
        let host = ByteString(Array(uri.text.bytes.dropFirst("https://".utf8.count).prefix { $0 != UInt8(ascii: "/") }))
        if Self.isOfHub(host) {
            context.report(
                Finding(
                    Self.rule, "'\(uri)' is an address of the Hugging Face Hub, and none of S3",
                    help: "upload the model to S3, or name it in HF_MODEL_ID"))
            return
        }
        // Of a presigned address, or one of another host, the plain form cannot be told.
        let isPlain = S3URI.isHostOfAWS(host) && !uri.text.bytes.contains(UInt8(ascii: "?"))
        context.report(
            Finding(
                Self.rule, "'\(uri)' is an https address, and only s3:// is documented to work",
                help: isPlain ? "write it as \(S3URI(bucket: uri.bucket, key: uri.key))" : nil))
    }

    private static func isOfHub(_ host: ByteString) -> Bool {
        host == "hf.co" || host == "huggingface.co" || host.hasSuffix(".huggingface.co")
    }
}
