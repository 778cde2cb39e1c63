import ModelArtifacts

/// Finds an ETag of what has none.
enum ETagOfPrefix: ModelCheck {
    static let rule = Rule(
        "create-model-etag-of-prefix", .note, "an `ETag` for a prefix",
        explanation: """
            The API page says of `ETag`: "The ETag associated with S3 URI." Only objects have ETags. What it means for \
            `S3Prefix` is not documented; for many objects there is a manifest.
            """,
        remedy: "leave it out, or name a manifest with ManifestS3Uri and ManifestEtag",
        example: Rule.Example(
            bad: #"{"S3Uri": "s3://mybucket/m/", "S3DataType": "S3Prefix", "ETag": "…"}"#,
            good: #"{"S3Uri": "s3://mybucket/m.tar.gz", "S3DataType": "S3Object", "ETag": "…"}"#),
        source: RequestSource.s3DataSource)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for source in model.dataSourcesWithETags(context) where source["S3DataType"]?.isText("S3Prefix") ?? false {
            guard let tag = source.given("ETag") else { continue }
            context.report(rule, "a prefix has no ETag", at: tag)
        }
    }
}
