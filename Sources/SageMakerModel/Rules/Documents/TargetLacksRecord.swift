package import ModelArtifacts

/// Finds an ETag or a manifest that the format of the output has no field for.
package enum TargetLacksRecord {
    package static let rule = Rule(
        "request-target-lacks-record", .warning, "the format has no field for an ETag or a manifest",
        explanation: """
            CloudFormation and Terraform have no fields for `ETag`, `ManifestS3Uri` and `ManifestEtag`. They record which \
            data is meant and change nothing of what is loaded, so they are left out, and the output no longer says which \
            version it is for.
            """,
        remedy: "keep them elsewhere, in a tag for example, or choose another format (`json`, `boto3`, `cli`)",
        example: Rule.Example(
            bad: "optml create-model model.tar.gz --etag predict --format terraform …",
            good: "optml create-model model.tar.gz --etag predict --format json …"),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html")
}
