package import ModelArtifacts

/// Finds a block that does not say which version of the data is meant.
package enum MutableArtifact {
    /// The rule.
    package static let rule = Rule(
        "mutable-artifact", .note, "the block holds neither an ETag nor a manifest",
        explanation: """
            A ModelDataSource names a place in S3, not what lies there. An endpoint that scales out next month loads what \
            lies there then. An ETag, or a manifest with its ETag, records what was meant, so that a release pipeline can \
            compare. Whether SageMaker itself compares them is not documented.
            """,
        remedy:
            "upload the manifest of 'optml manifest' and name it with --manifest and --manifest-s3-uri, or give --etag",
        example: Rule.Example(
            bad: "optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz",
            good: "optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz --etag predict"),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html")

    /// The finding on a block, if there is one.
    package static func check(_ source: ModelDataSource) -> Finding? {
        guard let place = source.s3DataSource, place.etag == nil, place.manifestETag == nil, place.manifestS3URI == nil
        else { return nil }
        let isPrefix = place.s3DataType == .s3Prefix
        return Finding(
            rule, "what is deployed can change without a change of this block",
            help: isPrefix
                ? "upload the manifest of 'optml manifest' and name it with --manifest and --manifest-s3-uri" : nil)
    }
}
