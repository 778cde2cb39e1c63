public import ModelArtifacts

/// The `ModelDataSource` block of a container in a `CreateModel` request: where the model data is.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelDataSource.html
public struct ModelDataSource: RequestStructure {
    /// `S3DataSource`: the place in S3.
    public var s3DataSource: S3DataSource?
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(s3DataSource: S3DataSource? = nil) {
        self.s3DataSource = s3DataSource
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        s3DataSource = try members.optional("S3DataSource")
    }

    public func write(to members: inout StructureWriter) {
        members.write("S3DataSource", s3DataSource)
    }
}
