/// Finds Triton models without versions.
final class TritonNoVersion: FrameworkCheck {
    static let kind = ContainerFault.Kind.tritonNoVersion
    static let frameworks: Set<Framework>? = [.triton]

    static let rule = Rule(
        "triton-no-version", .error, "a Triton model has no version directory",
        explanation: """
            Each model of a Triton repository needs at least one directory whose name is a number without leading zeros; others \
            are ignored, and the server says "at least one version must be available". An ensemble needs one too, although there \
            is nothing to put into it: an empty directory does not exist in S3, and some packers leave it out, so that it is lost \
            on the way.
            """,
        remedy: "add a version directory; put an empty file into that of an ensemble",
        example: Rule.Example(
            bad: "pipeline/config.pbtxt, pipeline/1/ (empty)",
            good: "pipeline/config.pbtxt, pipeline/1/.keep"),
        source: "https://github.com/triton-inference-server/server/issues/3623")
}
