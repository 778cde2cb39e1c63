import ModelArtifacts

/// Finds the ETag of a manifest that is not named.
enum ManifestETagAlone: ModelCheck {
    static let rule = Rule(
        "create-model-manifest-etag-alone", .warning, "`ManifestEtag` without `ManifestS3Uri`",
        explanation: """
            The API page says of `ManifestEtag`: "The ETag associated with Manifest S3 URI." Without a URI nothing tells \
            which manifest it is the ETag of, and nobody can compare it.
            """,
        remedy: "name the manifest in ManifestS3Uri, or leave ManifestEtag out; the ETag of the data itself is ETag",
        example: Rule.Example(
            bad: #"{"S3Uri": "s3://mybucket/m/", "…": "…", "ManifestEtag": "…"}"#,
            good:
                #"{"S3Uri": "s3://mybucket/m/", "…": "…", "ManifestS3Uri": "s3://mybucket/m.csv", "ManifestEtag": "…"}"#
        ),
        source: RequestSource.s3DataSource)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for source in model.dataSourcesWithETags(context) {
            guard let tag = source.given("ManifestEtag") else { continue }
            // A URI that is only misspelled is reported as that.
            let isNamed = source.members.contains { member, _ in member.name.folded == "manifests3uri" }
            if !isNamed { context.report(rule, "no manifest is named that it could be the ETag of", at: tag) }
        }
    }
}
