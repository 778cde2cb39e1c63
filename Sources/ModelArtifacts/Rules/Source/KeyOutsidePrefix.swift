/// Counts the keys of a listing that are not part of the model.
final class KeyOutsidePrefix: SummaryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "key-outside-prefix", .note, "keys of the listing lie outside the prefix and are left out",
        explanation: """
            A listing of a whole bucket, or an S3 Inventory, names many objects besides those of the model. Only the keys \
            below the prefix of the URI, or the one key of an S3Object, are looked at; the others are counted, so that \
            a wrong prefix shows.
            """,
        remedy: "nothing needs to be done if the count is what you expect; otherwise check the URI",
        example: Rule.Example(
            bad: "--s3-uri s3://mybucket/model/ with the keys model/weights and logs/today",
            good: "--s3-uri s3://mybucket/model/ with the key model/weights"),
        source: RuleSource.uncompressedModels)

    /// What is said of keys that belong to none of many models.
    static func finding(ofModelsIn place: ByteString, keys: Int, policy: RulePolicy) -> Finding {
        let verb = keys == 1 ? "lies" : "lie"
        var finding = Finding(
            rule, "'\(place)': \(Plural.count(keys, "key")) of the listing \(verb) in no model", count: keys)
        finding.severity = policy.severities[rule.id] ?? finding.severity
        return finding
    }

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        // What a prefix without a slash covers by accident is told as that.
        let count = totals.outsidePrefix - totals.siblingCount
        guard count > 0 else { return }
        let place = context.subject.uriText ?? context.subject.location
        let keys = Plural.count(count, "key")
        let verb = count == 1 ? "is" : "are"
        let message =
            context.subject.combination.dataType == .prefix
            ? "'\(place)' does not cover \(keys) of the listing, which \(verb) left out"
            : "'\(place)' names one object, and \(keys) of the listing \(verb) left out"
        context.report(
            Finding(
                Self.rule, message, count: count,
                help:
                    "nothing needs to be done if the count is what you expect; otherwise check \(context.subject.uriName)"
            ))
    }
}
