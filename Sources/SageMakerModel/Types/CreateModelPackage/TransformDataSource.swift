// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Describes the location of the channel data, which is, the S3 location of the input data that the model can consume.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformDataSource.html
public struct TransformDataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformDataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(s3DataSource: TransformS3DataSource) {
        members = []
        self.s3DataSource = s3DataSource
    }

    /// `S3DataSource`, required: The S3 location of the data source that is associated with a channel.
    public var s3DataSource: TransformS3DataSource {
        get { self[required: "S3DataSource"] }
        set { self[required: "S3DataSource"] = newValue }
    }
}
