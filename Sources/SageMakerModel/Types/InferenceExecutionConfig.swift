public import ModelArtifacts

/// How the containers of a multi-container endpoint are called.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExecutionConfig.html
public struct InferenceExecutionConfig: RequestStructure {
    /// `Mode`, required: one after another, or one that the caller names.
    public var mode: InferenceExecutionMode
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(mode: InferenceExecutionMode) {
        self.mode = mode
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        mode = try members.required("Mode")
    }

    public func write(to members: inout StructureWriter) {
        members.write("Mode", mode)
    }
}
