public import ModelArtifacts

/// A container: its image, its model data, its environment.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
public struct ContainerDefinition: RequestStructure {
    /// `ContainerHostname`: the name in a pipeline, where all containers have one or none; at most 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var containerHostname: String?
    /// `Image`: the image, as `registry/repository[:tag]` or `registry/repository[@digest]`; at most 255 characters, no
    /// white space.
    public var image: String?
    /// `ImageConfig`: where the registry is.
    public var imageConfig: ImageConfig?
    /// `Mode`: whether the container hosts one model or many.
    public var mode: ContainerMode?
    /// `ModelDataUrl`: the URI of a gzip-compressed tar archive (.tar.gz), or with `MultiModel` of a prefix of such; at
    /// most 1,024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var modelDataURL: String?
    /// `ModelDataSource`: where the model data is, in more words; not for serverless, batch transform, multi-model
    /// endpoints and Marketplace.
    public var modelDataSource: ModelDataSource?
    /// `AdditionalModelDataSources`: further data, in channels; at most 5.
    public var additionalModelDataSources: [AdditionalModelDataSource]?
    /// `Environment`: environment variables; at most 100, keys `[a-zA-Z_][a-zA-Z0-9_]*`, each key and value at most
    /// 1,024 bytes, all of a request together at most 32 KB.
    public var environment: EnvironmentMap?
    /// `ModelPackageName`: the name or ARN of a model package; 1 to 176 characters.
    public var modelPackageName: String?
    /// `InferenceSpecificationName`: the specification in the model package; 1 to 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var inferenceSpecificationName: String?
    /// `MultiModelConfig`: how a multi-model endpoint caches.
    public var multiModelConfig: MultiModelConfig?
    public var unknownMembers: [JSONValue.Member] = []

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        containerHostname = try members.optional("ContainerHostname")
        image = try members.optional("Image")
        imageConfig = try members.optional("ImageConfig")
        mode = try members.optional("Mode")
        modelDataURL = try members.optional("ModelDataUrl")
        modelDataSource = try members.optional("ModelDataSource")
        additionalModelDataSources = try members.optional("AdditionalModelDataSources")
        environment = try members.optional("Environment")
        modelPackageName = try members.optional("ModelPackageName")
        inferenceSpecificationName = try members.optional("InferenceSpecificationName")
        multiModelConfig = try members.optional("MultiModelConfig")
    }

    public func write(to members: inout StructureWriter) {
        members.write("ContainerHostname", containerHostname)
        members.write("Image", image)
        members.write("ImageConfig", imageConfig)
        members.write("Mode", mode)
        members.write("ModelDataUrl", modelDataURL)
        members.write("ModelDataSource", modelDataSource)
        members.write("AdditionalModelDataSources", additionalModelDataSources)
        members.write("Environment", environment)
        members.write("ModelPackageName", modelPackageName)
        members.write("InferenceSpecificationName", inferenceSpecificationName)
        members.write("MultiModelConfig", multiModelConfig)
    }

    /// A container without anything.
    public init() {}
}
