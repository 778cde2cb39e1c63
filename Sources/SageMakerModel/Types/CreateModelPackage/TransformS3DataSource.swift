// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The S3 location of the data source that is associated with a channel.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformS3DataSource.html
public struct TransformS3DataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformS3DataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(s3DataType: TransformS3DataType, s3URI: String) {
        members = []
        self.s3DataType = s3DataType
        self.s3URI = s3URI
    }

    /// `S3DataType`, required: If you choose `S3Prefix`, `S3Uri` identifies a key name prefix.
    public var s3DataType: TransformS3DataType {
        get { self[required: "S3DataType"] }
        set { self[required: "S3DataType"] = newValue }
    }

    /// `S3Uri`, required: Depending on the value specified for the `S3DataType`, identifies either a key name prefix
    /// or a manifest; at most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var s3URI: String {
        get { self[required: "S3Uri"] }
        set { self[required: "S3Uri"] = newValue }
    }
}
