/// Finds model data that is named by an https URI.
final class HTTPSURI: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "https-uri", .warning, "the URI is an https address, where the documented form is `s3://`",
        explanation: """
            The API's pattern lets https through, but no page says which hosts and styles SageMaker understands. The AWS CDK names \
            model data as https://s3.REGION.amazonaws.com/BUCKET/KEY, and its tests invoke the endpoints that it deploys so: of that \
            nothing is said in a request. Other addresses of S3 are a note. A presigned or percent-encoded one, as it may be copied from \
            the console, may name another object than it seems to; and an address of another host names nothing in S3, where the API \
            page wants the model data to be.
            """,
        remedy: "write the URI as s3://BUCKET/KEY",
        example: Rule.Example(
            bad: "https://models.example.com/model/", good: "s3://mybucket/model/"),
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
        guard S3URI.isHostOfS3(host) else {
            context.report(Finding(Self.rule, "'\(uri)' is an address of another host than S3"))
            return
        }
        let plain = "write it as \(S3URI(bucket: uri.bucket, key: uri.key))"
        if uri.text.bytes.contains(UInt8(ascii: "?")) {
            // The plain form of a presigned address cannot be told: a key may have a question mark too.
            context.report(Finding(Self.rule, "'\(uri)' is an https address with a query, which belongs to no key"))
        } else if uri.text.bytes.contains(UInt8(ascii: "%")) {
            context.report(Finding(Self.rule, "'\(uri)' is a percent-encoded https address", help: plain))
        } else {
            var finding = Finding(
                Self.rule, "'\(uri)' is an https address, and the form that is documented is s3://", help: plain)
            finding.severity = .note
            context.report(finding)
        }
    }

    private static func isOfHub(_ host: ByteString) -> Bool {
        host == "hf.co" || host == "huggingface.co" || host.hasSuffix(".huggingface.co")
    }
}
