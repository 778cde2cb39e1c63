/// How the `aws` command is to reach a bucket: options of its own that are passed on as they are.
///
/// Credentials come from wherever `aws` takes them; nothing of them passes through here.
public struct BucketAccess: Hashable, Sendable {
    /// `--profile`: the section of the user's configuration files.
    public var profile: ByteString?
    /// `--region`: where the bucket is.
    public var region: ByteString?
    /// `--endpoint-url`: another service that speaks the protocol of S3.
    public var endpointURL: ByteString?
    /// `--no-sign-request`: no credentials, for public buckets.
    public var isUnsigned = false
    /// `--expected-bucket-owner`: the account that the bucket must belong to.
    public var expectedBucketOwner: ByteString?
    /// `--request-payer`: who pays for the requests, `requester`.
    public var requestPayer: ByteString?

    /// The user's own configuration and nothing else.
    public init() {}

    /// The options as arguments.
    var arguments: [ByteString] {
        let options: [(ByteString, ByteString?)] = [
            ("--profile", profile), ("--region", region), ("--endpoint-url", endpointURL),
            ("--expected-bucket-owner", expectedBucketOwner), ("--request-payer", requestPayer),
        ]
        return options.flatMap { name, value in value.map { AWSCommand.option(name, $0) } ?? [] }
            + (isUnsigned ? ["--no-sign-request"] : [])
    }
}
