public import ModelArtifacts

extension S3ModelDataSource {
    /// Describes a place of an artifact; what is nil is left out of the request.
    public init(
        s3URI: String, dataType: S3DataType, compressionType: CompressionType, acceptEULA: Bool? = nil,
        hubContentARN: String? = nil, manifestS3URI: String? = nil, etag: String? = nil, manifestETag: String? = nil
    ) {
        self.init(
            s3URI: s3URI, s3DataType: S3ModelDataType(rawValue: dataType.rawValue),
            compressionType: ModelCompressionType(rawValue: compressionType.rawValue),
            modelAccessConfig: acceptEULA.map { ModelAccessConfig(acceptEULA: $0) },
            hubAccessConfig: hubContentARN.map { InferenceHubAccessConfig(hubContentARN: $0) },
            manifestS3URI: manifestS3URI, etag: etag, manifestETag: manifestETag)
    }
}
