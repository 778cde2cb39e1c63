public import ModelArtifacts

/// A place of model data in S3: the API's `S3ModelDataSource`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public struct S3DataSource: RequestStructure {
    /// `S3Uri`, required: the URI of an object or a key name prefix; at most 1,024 characters,
    /// `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String
    /// `S3DataType`, required: what the URI names.
    public var dataType: S3DataType
    /// `CompressionType`, required: how the data is prepared.
    public var compressionType: CompressionType
    /// `ModelAccessConfig`: whether a licence is accepted.
    public var modelAccessConfig: ModelAccessConfig?
    /// `HubAccessConfig`: the hub content that may be deployed.
    public var hubAccessConfig: HubAccessConfig?
    /// `ManifestS3Uri`: the URI of a manifest; the form of `s3URI`.
    public var manifestS3URI: String?
    /// `ETag`: the ETag of the object that the URI names.
    public var etag: String?
    /// `ManifestEtag`: the ETag of the manifest.
    public var manifestETag: String?
    public var unknownMembers: [JSONValue.Member] = []

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        s3URI = try members.required("S3Uri")
        dataType = try members.required("S3DataType")
        compressionType = try members.required("CompressionType")
        modelAccessConfig = try members.optional("ModelAccessConfig")
        hubAccessConfig = try members.optional("HubAccessConfig")
        manifestS3URI = try members.optional("ManifestS3Uri")
        etag = try members.optional("ETag")
        manifestETag = try members.optional("ManifestEtag")
    }

    public func write(to members: inout StructureWriter) {
        members.write("S3Uri", s3URI)
        members.write("S3DataType", dataType)
        members.write("CompressionType", compressionType)
        members.write("ModelAccessConfig", modelAccessConfig)
        members.write("HubAccessConfig", hubAccessConfig)
        members.write("ManifestS3Uri", manifestS3URI)
        members.write("ETag", etag)
        members.write("ManifestEtag", manifestETag)
    }

    /// Describes a place; what is nil is left out of the request.
    public init(
        s3URI: String, dataType: S3DataType, compressionType: CompressionType, acceptEULA: Bool? = nil,
        hubContentARN: String? = nil, manifestS3URI: String? = nil, etag: String? = nil, manifestETag: String? = nil
    ) {
        self.s3URI = s3URI
        self.dataType = dataType
        self.compressionType = compressionType
        modelAccessConfig = acceptEULA.map { ModelAccessConfig(acceptEULA: $0) }
        hubAccessConfig = hubContentARN.map { HubAccessConfig(hubContentARN: $0) }
        self.manifestS3URI = manifestS3URI
        self.etag = etag
        self.manifestETag = manifestETag
    }
}
