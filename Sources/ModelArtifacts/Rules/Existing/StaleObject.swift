/// Finds objects that an upload leaves where they are.
final class StaleObject: ExistingCheck {
    static let rule = Rule(
        "stale-object", .warning, "an object below the prefix is not part of the source and stays",
        explanation: """
            An upload replaces objects and adds others, but deletes none unless it is told to. What an earlier version \
            left below the prefix stays part of the model: old shards beside new ones, a file where there is a \
            directory now. SageMaker loads all of it.
            """,
        remedy: "upload to a new prefix for each version, or delete it, as `aws s3 sync --delete` does",
        example: Rule.Example(
            bad: "model/ with model.safetensors over s3://mybucket/model/pytorch_model.bin",
            good: "model/ with model.safetensors over the empty prefix s3://mybucket/model-2/"),
        source: RuleSource.sync)

    func check(_ object: ExistingObject, _ context: CheckContext) {
        guard object.fate == .stale else { return }
        let key = (context.subject.keyPrefix ?? "") + object.path
        context.report(
            Finding(
                Self.rule, "'\(key)' exists in S3 and is not part of the source, so it stays part of the model",
                at: context.location(object.path)))
    }
}
