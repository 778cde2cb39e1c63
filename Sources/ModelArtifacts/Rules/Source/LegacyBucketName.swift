/// Finds the name of a bucket that only old ones can have.
final class LegacyBucketName: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "legacy-bucket-name", .warning, "the bucket's name is one that only buckets from before 2018 can have",
        explanation: """
            Until March 2018 buckets in us-east-1 could have names with upper case, underscores and up to 255 characters. \
            Such buckets still exist, but they cannot be reached by virtual-hosted addresses, and some tools refuse them. \
            In any other bucket's URI it is a typing error.
            """,
        remedy: "check the name; if the bucket is really an old one, copy the model to one with a name of today",
        example: Rule.Example(bad: "s3://My_Bucket/model/", good: "s3://my-bucket/model/"),
        source: RuleSource.bucketNames)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard let uri = subject.uri, case .legacy(let reason) = BucketName.problem(of: uri.bucket) else { return }
        context.report(
            Finding(
                Self.rule,
                "'\(uri.bucket)' can only be a bucket made in us-east-1 before March 2018: \(reason)"))
    }
}
