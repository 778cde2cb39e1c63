// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies the S3 location of ML model data to deploy.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public struct S3ModelDataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.s3ModelDataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        s3URI: String, s3DataType: S3ModelDataType, compressionType: ModelCompressionType,
        modelAccessConfig: ModelAccessConfig? = nil, hubAccessConfig: InferenceHubAccessConfig? = nil,
        manifestS3URI: String? = nil, etag: String? = nil, manifestETag: String? = nil
    ) {
        members = []
        self.s3URI = s3URI
        self.s3DataType = s3DataType
        self.compressionType = compressionType
        self.modelAccessConfig = modelAccessConfig
        self.hubAccessConfig = hubAccessConfig
        self.manifestS3URI = manifestS3URI
        self.etag = etag
        self.manifestETag = manifestETag
    }

    /// `S3Uri`, required: Specifies the S3 path of ML model data to deploy; at most 1024 characters,
    /// `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String {
        get { self[required: "S3Uri"] }
        set { self[required: "S3Uri"] = newValue }
    }

    /// `S3DataType`, required: Specifies the type of ML model data to deploy.
    public var s3DataType: S3ModelDataType {
        get { self[required: "S3DataType"] }
        set { self[required: "S3DataType"] = newValue }
    }

    /// `CompressionType`, required: Specifies how the ML model data is prepared.
    public var compressionType: ModelCompressionType {
        get { self[required: "CompressionType"] }
        set { self[required: "CompressionType"] = newValue }
    }

    /// `ModelAccessConfig`: Specifies the access configuration file for the ML model.
    public var modelAccessConfig: ModelAccessConfig? {
        get { self["ModelAccessConfig"] }
        set { self["ModelAccessConfig"] = newValue }
    }

    /// `HubAccessConfig`: Configuration information for hub access.
    public var hubAccessConfig: InferenceHubAccessConfig? {
        get { self["HubAccessConfig"] }
        set { self["HubAccessConfig"] = newValue }
    }

    /// `ManifestS3Uri`: The Amazon S3 URI of the manifest file; at most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var manifestS3URI: String? {
        get { self["ManifestS3Uri"] }
        set { self["ManifestS3Uri"] = newValue }
    }

    /// `ETag`: The ETag associated with S3 URI.
    public var etag: String? {
        get { self["ETag"] }
        set { self["ETag"] = newValue }
    }

    /// `ManifestEtag`: The ETag associated with Manifest S3 URI.
    public var manifestETag: String? {
        get { self["ManifestEtag"] }
        set { self["ManifestEtag"] = newValue }
    }
}
