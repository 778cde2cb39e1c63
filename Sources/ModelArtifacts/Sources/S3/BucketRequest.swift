/// What `aws` is asked about a bucket.
struct BucketRequest {
    let uri: S3URI
    private let access: BucketAccess
    private let bucket: [ByteString]
    private let prefix: [ByteString]

    /// - Throws: ``ArtifactError`` with code `usage` for a bucket or key that `aws` cannot be given.
    init(uri: S3URI, access: BucketAccess) throws(ArtifactError) {
        self.uri = uri
        self.access = access
        bucket = try AWSCommand.option("--bucket", s3: uri.bucket)
        prefix = uri.key.isEmpty ? [] : try AWSCommand.option("--prefix", s3: uri.key)
    }

    /// To list objects, at most so many, from the beginning or behind what a token stands for.
    func list(atMost count: Int, after token: ByteString?) -> AWSCommand {
        command(
            ["--max-items", ByteString("\(count)")] + (token.map { AWSCommand.option("--starting-token", $0) } ?? []))
    }

    /// To say whether there is any object, in the words of S3 itself.
    func look() -> AWSCommand { command(["--no-paginate", "--max-keys", "1"]) }

    /// An error about what the bucket was said to hold.
    func error(_ message: String) -> ArtifactError { ArtifactError(.malformedInput, "\(uri): \(message)") }

    private func command(_ options: [ByteString]) -> AWSCommand {
        AWSCommand(
            arguments: ["s3api", "list-objects-v2"] + bucket + prefix + ["--output", "json"] + options
                + access.arguments,
            uri: uri.text, permission: "s3:ListBucket", outputLimit: BucketListing.answerLimit)
    }
}
