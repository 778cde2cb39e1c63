// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The additional data source that is used during inference in the Docker container for your model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalS3DataSource.html
public struct AdditionalS3DataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.additionalS3DataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        s3DataType: AdditionalS3DataSourceDataType, s3URI: String,
        compressionType: AdditionalS3DataSourceCompressionType? = nil, etag: String? = nil
    ) {
        members = []
        self.s3DataType = s3DataType
        self.s3URI = s3URI
        self.compressionType = compressionType
        self.etag = etag
    }

    /// `S3DataType`, required: The data type of the additional data source that you specify for use in inference or
    /// training.
    public var s3DataType: AdditionalS3DataSourceDataType {
        get { self[required: "S3DataType"] }
        set { self[required: "S3DataType"] = newValue }
    }

    /// `S3Uri`, required: The uniform resource identifier (URI) used to identify an additional data source used in
    /// inference or training; at most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String {
        get { self[required: "S3Uri"] }
        set { self[required: "S3Uri"] = newValue }
    }

    /// `CompressionType`: The type of compression used for an additional data source used in inference or training.
    public var compressionType: AdditionalS3DataSourceCompressionType? {
        get { self["CompressionType"] }
        set { self["CompressionType"] = newValue }
    }

    /// `ETag`: The ETag associated with S3 URI.
    public var etag: String? {
        get { self["ETag"] }
        set { self["ETag"] = newValue }
    }
}
