// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies additional configuration for multi-model endpoints.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MultiModelConfig.html
public struct MultiModelConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.multiModelConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(modelCacheSetting: ModelCacheSetting? = nil) {
        members = []
        self.modelCacheSetting = modelCacheSetting
    }

    /// `ModelCacheSetting`: Whether to cache models for a multi-model endpoint.
    public var modelCacheSetting: ModelCacheSetting? {
        get { self["ModelCacheSetting"] }
        set { self["ModelCacheSetting"] = newValue }
    }
}
