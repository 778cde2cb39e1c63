// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Settings that affect how the inference component caches data.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentDataCacheConfig.html
public struct InferenceComponentDataCacheConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentDataCacheConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(enableCaching: Bool) {
        members = []
        self.enableCaching = enableCaching
    }

    /// `EnableCaching`, required: Sets whether the endpoint that hosts the inference component caches the model
    /// artifacts and container image.
    public var enableCaching: Bool {
        get { self[required: "EnableCaching"] }
        set { self[required: "EnableCaching"] = newValue }
    }
}
