import ModelArtifacts

/// Finds a `ModelDataUrl` that names no archive.
enum DataURLNotTarGzip: ModelCheck {
    static let rule = Rule(
        "create-model-data-url-not-tar-gz", .error, "`ModelDataUrl` does not name a .tar.gz archive",
        explanation: """
            The API page says of `ModelDataUrl`: "This path must point to a single gzip compressed tar archive (.tar.gz \
            suffix)." A prefix, or a file of another kind, is named by `ModelDataSource`. Only for the Mode `MultiModel` \
            it is a prefix, below which the archives lie.
            """,
        remedy: "name a .tar.gz archive, or use ModelDataSource for anything else",
        example: Rule.Example(
            bad: #"{"ModelDataUrl": "s3://mybucket/model/"}"#,
            good: #"{"ModelDataUrl": "s3://mybucket/model.tar.gz"}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers where !container.mayBeMultiModel {
            guard let url = container["ModelDataUrl"], let text = url.text, TextPattern.s3URI.matches(text),
                !text.hasSuffix(".tar.gz")
            else { continue }
            context.report(
                rule, "'\(ValueText.shortened(text))' does not end with .tar.gz", at: url,
                help: text.hasSuffix("/") ? prefixHelp : nil)
        }
    }

    private static let prefixHelp =
        "use ModelDataSource with S3Prefix and None for all objects below a prefix, or set Mode to MultiModel for archives"
}
