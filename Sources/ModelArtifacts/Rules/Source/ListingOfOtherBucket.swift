/// Finds a listing that says that it is of another bucket than the one that is deployed from.
final class ListingOfOtherBucket: SummaryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "listing-of-other-bucket", .warning, "the listing says that it is of another bucket",
        explanation: """
            An answer of ListObjectsV2, as boto3 and `aws --no-paginate` give it, names its bucket in `Name`. If the URI \
            names another one, other objects were looked at than those that would be loaded. Names of access points are not \
            compared, since a bucket has other names by them.
            """,
        remedy: "give a listing of the bucket that the URI names, or check the URI",
        example: Rule.Example(
            bad: #"--s3-uri s3://mybucket/model/ with {"Contents": [{"Key": "model/weights"}], "Name": "otherbucket"}"#,
            good: #"--s3-uri s3://mybucket/model/ with {"Contents": [{"Key": "model/weights"}], "Name": "mybucket"}"#),
        source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html")

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard context.subject.kind == .listing, let uri = context.subject.uri, let listed = totals.listedBucket,
            BucketName.areDifferent(listed, uri.bucket)
        else { return }
        context.report(
            Finding(
                Self.rule, "'\(listed)' is the bucket of the listing, and '\(uri)' names another one",
                help: "give a listing of '\(uri.bucket)', or check the bucket of \(context.subject.uriName)"))
    }
}
