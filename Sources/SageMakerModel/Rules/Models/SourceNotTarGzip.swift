import ModelArtifacts

/// Finds an object that is to be unpacked and is called as if it could not be.
enum SourceNotTarGzip: ModelCheck {
    static let rule = Rule(
        "create-model-source-not-tar-gz", .warning,
        "`S3Object` with `Gzip` names something else than a .tar.gz archive",
        explanation: """
            With `S3Object` and `Gzip` the object has to be a gzip-compressed tar archive: SageMaker unpacks it. What is in it \
            counts, and not its name, but a ZIP file, a plain tar archive or a pickled model is no such archive, and the model \
            does not come up.
            """,
        remedy:
            "pack a .tar.gz archive (`optml pack`), or give the CompressionType None for a file that is taken as it is",
        example: Rule.Example(
            bad:
                #"{"S3DataSource": {"S3Uri": "s3://mybucket/model.zip", "S3DataType": "S3Object", "CompressionType": "Gzip"}}"#,
            good:
                #"{"S3DataSource": {"S3Uri": "s3://mybucket/model.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip"}}"#
        ),
        source: RequestSource.s3DataSource)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for source in model.dataSources {
            guard source["S3DataType"]?.isText("S3Object") ?? false, source["CompressionType"]?.isText("Gzip") ?? false,
                let uri = source["S3Uri"], let text = uri.knownText, TextPattern.s3URI.mayMatch(text),
                !text.mayBeArchive,
                let kind = text.end.fileExtension, kind != "gz"
            else { continue }
            context.report(
                rule, "'\(ValueText.shortened(text.shown))' is to be unpacked, and ends with .\(kind)", at: uri)
        }
    }
}
