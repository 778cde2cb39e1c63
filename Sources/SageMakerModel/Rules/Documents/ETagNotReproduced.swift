package import ModelArtifacts

/// Finds an ETag in a request that the local file would not get.
package enum ETagNotReproduced {
    package static let rule = Rule(
        "request-etag-not-reproduced", .warning, "the request names another ETag than the file would get",
        explanation: """
            The ETag that the file would get in S3 is not the one that the request names. Either the object is another one, \
            or it was uploaded in parts of another size (`--uploader`, `--part-size`), or it is encrypted with a key of KMS, \
            of which ETags cannot be foretold.
            """,
        remedy: "name the uploader that was used, or check that the file is the one that was uploaded",
        example: Rule.Example(
            bad: "optml check-request request.json --source model.tar.gz   # uploaded by rclone",
            good: "optml check-request request.json --source model.tar.gz --uploader rclone"),
        source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html")
}
