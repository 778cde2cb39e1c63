public import ModelArtifacts

/// Whether the end-user licence agreement of a gated model is accepted.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelAccessConfig.html
public struct ModelAccessConfig: RequestStructure {
    /// `AcceptEula`, required: has to be true for a gated model.
    public var acceptEULA: Bool
    /// Members that the service model does not know, in their order.
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(acceptEULA: Bool) {
        self.acceptEULA = acceptEULA
    }

    /// Takes the members that it knows.
    public init(reading members: inout StructureReader) throws(ArtifactError) {
        acceptEULA = try members.required("AcceptEula")
    }

    /// Gives the members that are not nil, in the API's order.
    public func write(to members: inout StructureWriter) {
        members.write("AcceptEula", acceptEULA)
    }
}
