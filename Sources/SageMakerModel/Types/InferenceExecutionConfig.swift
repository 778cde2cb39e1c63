public import ModelArtifacts

/// How the containers of a multi-container endpoint are called.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExecutionConfig.html
public struct InferenceExecutionConfig: RequestStructure {
    /// `Mode`, required: one after another, or one that the caller names.
    public var mode: InferenceExecutionMode
    /// Members that the service model does not know, in their order.
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(mode: InferenceExecutionMode) {
        self.mode = mode
    }

    /// Takes the members that it knows.
    public init(reading members: inout StructureReader) throws(ArtifactError) {
        mode = try members.required("Mode")
    }

    /// Gives the members that are not nil, in the API's order.
    public func write(to members: inout StructureWriter) {
        members.write("Mode", mode)
    }
}
