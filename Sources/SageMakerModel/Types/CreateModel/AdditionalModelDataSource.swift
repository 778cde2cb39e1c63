// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Data sources that are available to your model in addition to the one that you specify for `ModelDataSource` when
/// you use the `CreateModel` action.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalModelDataSource.html
public struct AdditionalModelDataSource: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.additionalModelDataSource
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(channelName: String, s3DataSource: S3ModelDataSource) {
        members = []
        self.channelName = channelName
        self.s3DataSource = s3DataSource
    }

    /// `ChannelName`, required: A custom name for this `AdditionalModelDataSource` object; 1 to 64 characters,
    /// `[A-Za-z0-9\.\-_]+`.
    public var channelName: String {
        get { self[required: "ChannelName"] }
        set { self[required: "ChannelName"] = newValue }
    }

    /// `S3DataSource`, required: Specifies the S3 location of ML model data to deploy.
    public var s3DataSource: S3ModelDataSource {
        get { self[required: "S3DataSource"] }
        set { self[required: "S3DataSource"] = newValue }
    }
}
