public import ModelArtifacts

/// Model data in a channel, which lands under `/opt/ml/additional-model-data-sources/NAME/`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalModelDataSource.html
public struct AdditionalModelDataSource: RequestStructure {
    /// `ChannelName`, required: the name of the channel; 1 to 64 characters, `[A-Za-z0-9\.\-_]+`.
    public var channelName: String
    /// `S3DataSource`, required: the place in S3.
    public var s3DataSource: S3DataSource
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(channelName: String, s3DataSource: S3DataSource) {
        self.channelName = channelName
        self.s3DataSource = s3DataSource
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        channelName = try members.required("ChannelName")
        s3DataSource = try members.required("S3DataSource")
    }

    public func write(to members: inout StructureWriter) {
        members.write("ChannelName", channelName)
        members.write("S3DataSource", s3DataSource)
    }
}
