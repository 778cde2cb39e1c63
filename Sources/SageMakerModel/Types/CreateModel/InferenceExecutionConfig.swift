// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies details of how containers in a multi-container endpoint are called.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExecutionConfig.html
public struct InferenceExecutionConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceExecutionConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(mode: InferenceExecutionMode) {
        members = []
        self.mode = mode
    }

    /// `Mode`, required: How containers in a multi-container are run.
    public var mode: InferenceExecutionMode {
        get { self[required: "Mode"] }
        set { self[required: "Mode"] = newValue }
    }
}
