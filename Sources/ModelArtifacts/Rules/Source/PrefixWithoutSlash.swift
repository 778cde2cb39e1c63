/// Finds a prefix that does not end with a slash.
final class PrefixWithoutSlash: SummaryCheck {
    private static let mostRelated = 10

    static let rule = Rule(
        "prefix-without-slash", .error, "`S3Prefix` and the URI does not end with a slash",
        explanation: """
            A prefix is compared with keys as plain text: `s3://mybucket/model` also matches `model-old/weights` and \
            `model.tar.gz`, which would become part of the model. So the API demands that a valid key name prefix always \
            ends with a forward slash; boto3 does not check it. Where a listing is there, the keys that would match by \
            accident are named.
            """,
        remedy: "end the URI with '/', or choose S3Object if it names one object",
        example: Rule.Example(
            bad: "S3DataType S3Prefix, s3://mybucket/model", good: "S3DataType S3Prefix, s3://mybucket/model/"),
        source: RuleSource.modelDataSource)

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard let uri = context.subject.uri, context.subject.combination == Combination(.prefix, .none),
            !uri.text.hasSuffix("/"), !uri.key.hasSuffix("/")
        else { return }
        let siblings = totals.siblings.sorted()
        let consequence =
            siblings.first.map { "; SageMaker would also load '\($0)'" + (siblings.count > 1 ? " and other keys" : "") }
            ?? (uri.key.isEmpty
                ? "; a valid one always has it" : ", so it also matches keys that only begin alike")
        var help: String?
        if ["tar.gz", "tgz"].contains(where: { uri.key.hasSuffix("." + ByteString($0)) }) {
            help =
                context.subject.kind == .directory
                ? "the URI names an archive: pack the directory with `optml pack`, or say `--s3-data-type S3Object --compression-type Gzip` to check it as it will be packed"
                : "the URI names an archive: \(context.subject.wordsForObject(isArchive: true)), or end the URI with '/'"
        } else if siblings.contains(uri.key) {
            help =
                "the URI is that of an object: \(context.subject.wordsForObject(isArchive: false)), or end the URI with '/'"
        }
        context.report(
            Finding(
                Self.rule, "'\(uri)' is a prefix without a slash at its end\(consequence)",
                at: Location(key: uri.key.isEmpty ? nil : uri.key),
                related: siblings.prefix(Self.mostRelated).map { Location(key: $0) }, help: help))
    }
}
