/// Finds an object that is larger than S3 or the uploader can store.
final class ObjectTooLarge: ObjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "object-too-large", .error, "an object is larger than S3 or the uploader can store",
        explanation: """
            An S3 object has at most 10,000 parts of at most 5 GiB, 48.8 TiB together. An uploader with a fixed part size \
            reaches its 10,000 parts much earlier: with parts of 8 MiB at 78 GiB. The upload then fails after hours, at \
            the last part that is allowed.
            """,
        remedy: "split the file, as weights in shards are, or upload it in larger parts",
        example: Rule.Example(
            bad: "weights.bin (60 TiB)",
            good: "weights-00001-of-00002.bin (30 TiB)\nweights-00002-of-00002.bin (30 TiB)"),
        source: RuleSource.s3Limits)

    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext) {
        guard let size else { return }
        do throws(UploadLimitExceeded) {
            _ = try context.subject.uploadRule.plan(forSize: size)
        } catch {
            let text = ByteString(path)
            context.report(
                Finding(
                    Self.rule, "'\(text.isEmpty ? context.subject.location : text)': \(error)",
                    at: context.location(text)))
        }
    }
}
