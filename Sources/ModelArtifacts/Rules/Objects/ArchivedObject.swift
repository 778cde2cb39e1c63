/// Finds objects whose contents S3 has put into an archive.
final class ArchivedObject: SummaryCheck {
    static let concernsManyModels = true

    static let rule = Rule(
        "archived-object", .error, "objects lie in an archive storage class and cannot be read",
        explanation: """
            A lifecycle rule moves objects to S3 Glacier Flexible Retrieval (`GLACIER`) or `DEEP_ARCHIVE`, and \
            S3 Intelligent-Tiering has archive tiers of its own. GetObject answers `InvalidObjectState` until they are \
            restored, so the model cannot be downloaded. `GLACIER_IR` can be read. A listing that says that an object is \
            restored is believed. Text of `aws s3 ls` does not tell the class. Of what is below the prefix already \
            (`--existing`), only objects that the upload leaves there are told: what it replaces gets a new class.
            """,
        remedy:
            "restore them with `aws s3api restore-object` and copy them to STANDARD, and leave the prefix out of the lifecycle rule",
        example: Rule.Example(
            bad: #"{"Key": "model/weights", "StorageClass": "GLACIER"}"#,
            good: #"{"Key": "model/weights", "StorageClass": "STANDARD"}"#),
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html")

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        for (storageClass, objects) in totals.archived.sorted(by: { $0.key < $1.key }) {
            guard let first = objects.first.first else { continue }
            let others = objects.count - 1
            let what = others > 0 ? "'\(first)' and \(Plural.count(others, "other object")) are" : "'\(first)' is"
            context.report(
                Finding(
                    Self.rule, "\(what) in \(storageClass.description), which GetObject cannot read",
                    at: Location(key: first), count: objects.count,
                    related: objects.first.dropFirst().map { Location(key: $0) }))
        }
    }
}
