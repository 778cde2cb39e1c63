public import ModelArtifacts

/// Whether the end-user licence agreement of a gated model is accepted.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelAccessConfig.html
public struct ModelAccessConfig: RequestStructure {
    /// `AcceptEula`, required: has to be true for a gated model.
    public var acceptEULA: Bool
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(acceptEULA: Bool) {
        self.acceptEULA = acceptEULA
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        acceptEULA = try members.required("AcceptEula")
    }

    public func write(to members: inout StructureWriter) {
        members.write("AcceptEula", acceptEULA)
    }
}
