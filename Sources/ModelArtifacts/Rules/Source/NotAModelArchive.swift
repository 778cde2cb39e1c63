/// Finds what lies below the prefix of a multi-model endpoint and is no model.
final class NotAModelArchive: HostedModelCheck {
    static let rule = Rule(
        "not-a-model-archive", .note, "an object below the prefix of a multi-model endpoint is no tar.gz archive",
        explanation: """
            A multi-model endpoint lays nothing out when it starts. It joins its prefix and the `TargetModel` that a \
            caller names, and unpacks the archive of that key when it is asked for. What is no archive lies there for \
            nothing, unless something else reads it; calls that name it fail. Folder markers do no harm there. An archive \
            of 0 bytes is an error, since a call that names it fails.
            """,
        remedy: "pack each model with `optml pack DIRECTORY -o NAME.tar.gz`, and keep other files elsewhere",
        example: Rule.Example(
            bad: "s3://mybucket/models/tenant1/weights.bin", good: "s3://mybucket/models/tenant1.tar.gz"),
        source: RuleSource.multiModel)

    func check(model path: Span<UInt8>, size: Int64?, isArchive: Bool, _ context: CheckContext) {
        if isArchive {
            // One that can be read is checked as a model of its own.
            guard size == 0, context.subject.kind != .directory else { return }
            let text = ByteString(path)
            var finding = Finding(
                Self.rule, "'\(text)' is empty, so a call that names it as its TargetModel fails",
                at: context.location(text))
            finding.severity = .error
            return context.report(finding)
        }
        context.report(Self.rule, at: path) { "'\($0)' is no archive, so no call can name it as its TargetModel" }
    }
}
