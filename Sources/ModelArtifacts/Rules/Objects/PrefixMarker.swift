/// Finds what the S3 console leaves for the folder that is the prefix itself.
final class PrefixMarker: ObjectCheck {
    /// Of a multi-model endpoint nothing is unpacked or mirrored before a model is called.
    static let exceptFrameworks: Set<Framework> = [.multiModel]

    static let rule = Rule(
        "prefix-marker", .error, "the prefix itself is the key of an object",
        explanation: """
            The S3 console stores an object of 0 bytes for each folder that it creates, with a slash at the end of its \
            key. The one for the model's own folder has the prefix as its key: SageMaker trims it, nothing remains as a \
            file name, and the deployment fails as with a marker further down.
            """,
        remedy: "delete the object of that key (`aws s3api delete-object`); the objects below it stay",
        example: Rule.Example(
            bad: "s3://mybucket/model/ (0 bytes)\ns3://mybucket/model/weights", good: "s3://mybucket/model/weights"),
        source: RuleSource.consoleFolders)

    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext) {
        guard path.isEmpty, context.subject.combination == Combination(.prefix, .none) else { return }
        let key = context.subject.keyPrefix ?? "/"
        context.report(
            Finding(
                Self.rule, "'\(key)' is the key of the prefix's own folder marker, which fails the deployment",
                at: context.location("")))
    }
}
