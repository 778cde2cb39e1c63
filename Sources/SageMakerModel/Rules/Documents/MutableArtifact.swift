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
    ///
    /// - Parameter format: the form in which the block is written, which may have no field for what records a version.
    package static func check(_ source: ModelDataSource, in format: RequestFormat = .json) -> Finding? {
        guard let place = source.s3DataSource, place.etag == nil, place.manifestETag == nil, place.manifestS3URI == nil
        else { return nil }
        let help: String? =
            if !format.hasETags {
                "put each version of the data in a place of its own: \(format.name) has no field for an ETag or a manifest"
            } else if place.s3DataType == .s3Prefix {
                "upload the manifest of 'optml manifest' and name it with --manifest and --manifest-s3-uri"
            } else {
                nil
            }
        return Finding(rule, "what is deployed can change without a change of this block", help: help)
    }
}
