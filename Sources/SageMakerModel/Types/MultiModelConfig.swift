public import ModelArtifacts

/// How a multi-model endpoint caches its models.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MultiModelConfig.html
public struct MultiModelConfig: RequestStructure {
    /// `ModelCacheSetting`: whether models are kept in memory.
    public var modelCacheSetting: ModelCacheSetting?
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(modelCacheSetting: ModelCacheSetting? = nil) {
        self.modelCacheSetting = modelCacheSetting
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        modelCacheSetting = try members.optional("ModelCacheSetting")
    }

    public func write(to members: inout StructureWriter) {
        members.write("ModelCacheSetting", modelCacheSetting)
    }
}
