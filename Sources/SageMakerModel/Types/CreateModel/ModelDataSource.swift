// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies the location of ML model data to deploy.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelDataSource.html
public struct ModelDataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelDataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(s3DataSource: S3ModelDataSource? = nil) {
        members = []
        self.s3DataSource = s3DataSource
    }

    /// `S3DataSource`: Specifies the S3 location of ML model data to deploy.
    public var s3DataSource: S3ModelDataSource? {
        get { self["S3DataSource"] }
        set { self["S3DataSource"] = newValue }
    }
}
