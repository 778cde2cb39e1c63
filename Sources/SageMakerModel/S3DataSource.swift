public import ModelArtifacts

/// A place of model data in S3: the API's `S3ModelDataSource`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public struct S3DataSource: Hashable, Sendable {
    /// The URI of an object or a key name prefix; at most 1,024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String
    /// What the URI names.
    public var dataType: S3DataType
    /// How the data is prepared.
    public var compressionType: CompressionType
    /// `ModelAccessConfig.AcceptEula`: whether the end-user licence agreement of a gated model is accepted.
    public var acceptEULA: Bool?
    /// `HubAccessConfig.HubContentArn`: the ARN of hub content; at most 255 characters.
    public var hubContentARN: String?
    /// The URI of a manifest; the form of `s3URI`.
    public var manifestS3URI: String?
    /// The ETag of the object that the URI names.
    public var etag: String?
    /// The ETag of the manifest.
    public var manifestETag: String?

    /// Describes a place; what is nil is left out of the request.
    public init(
        s3URI: String, dataType: S3DataType, compressionType: CompressionType, acceptEULA: Bool? = nil,
        hubContentARN: String? = nil, manifestS3URI: String? = nil, etag: String? = nil, manifestETag: String? = nil
    ) {
        self.s3URI = s3URI
        self.dataType = dataType
        self.compressionType = compressionType
        self.acceptEULA = acceptEULA
        self.hubContentARN = hubContentARN
        self.manifestS3URI = manifestS3URI
        self.etag = etag
        self.manifestETag = manifestETag
    }
}
