// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Runtime settings for a model that is deployed with an inference component.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentRuntimeConfig.html
public struct InferenceComponentRuntimeConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentRuntimeConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(copyCount: Int) {
        members = []
        self.copyCount = copyCount
    }

    /// `CopyCount`, required: The number of runtime copies of the model container to deploy with the inference
    /// component; 0 or more.
    public var copyCount: Int {
        get { self[required: "CopyCount"] }
        set { self[required: "CopyCount"] = newValue }
    }
}
