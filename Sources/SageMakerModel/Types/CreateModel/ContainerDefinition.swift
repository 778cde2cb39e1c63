// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The location of the primary docker image containing inference code, associated artifacts, and custom environment
/// map that the inference code uses when the model is deployed for predictions.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
public struct ContainerDefinition: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.containerDefinition
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        containerHostname: String? = nil, image: String? = nil, imageConfig: ImageConfig? = nil,
        mode: ContainerMode? = nil, modelDataURL: String? = nil, modelDataSource: ModelDataSource? = nil,
        additionalModelDataSources: [AdditionalModelDataSource]? = nil, environment: TextMap? = nil,
        modelPackageName: String? = nil, inferenceSpecificationName: String? = nil,
        multiModelConfig: MultiModelConfig? = nil
    ) {
        members = []
        self.containerHostname = containerHostname
        self.image = image
        self.imageConfig = imageConfig
        self.mode = mode
        self.modelDataURL = modelDataURL
        self.modelDataSource = modelDataSource
        self.additionalModelDataSources = additionalModelDataSources
        self.environment = environment
        self.modelPackageName = modelPackageName
        self.inferenceSpecificationName = inferenceSpecificationName
        self.multiModelConfig = multiModelConfig
    }

    /// `ContainerHostname`: This parameter is ignored for models that contain only a `PrimaryContainer`; at most 63
    /// characters, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var containerHostname: String? {
        get { self["ContainerHostname"] }
        set { self["ContainerHostname"] = newValue }
    }

    /// `Image`: The path where inference code is stored; at most 255 characters, `[\S]+`.
    public var image: String? {
        get { self["Image"] }
        set { self["Image"] = newValue }
    }

    /// `ImageConfig`: Specifies whether the model container is in Amazon ECR or a private Docker registry accessible
    /// from your Amazon Virtual Private Cloud (VPC).
    public var imageConfig: ImageConfig? {
        get { self["ImageConfig"] }
        set { self["ImageConfig"] = newValue }
    }

    /// `Mode`: Whether the container hosts a single model or multiple models.
    public var mode: ContainerMode? {
        get { self["Mode"] }
        set { self["Mode"] = newValue }
    }

    /// `ModelDataUrl`: The S3 path where the model artifacts, which result from model training, are stored; at most
    /// 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var modelDataURL: String? {
        get { self["ModelDataUrl"] }
        set { self["ModelDataUrl"] = newValue }
    }

    /// `ModelDataSource`: Specifies the location of ML model data to deploy.
    public var modelDataSource: ModelDataSource? {
        get { self["ModelDataSource"] }
        set { self["ModelDataSource"] = newValue }
    }

    /// `AdditionalModelDataSources`: Data sources that are available to your model in addition to the one that you
    /// specify for `ModelDataSource` when you use the `CreateModel` action; at most 5 elements.
    public var additionalModelDataSources: [AdditionalModelDataSource]? {
        get { self["AdditionalModelDataSources"] }
        set { self["AdditionalModelDataSources"] = newValue }
    }

    /// `Environment`: The environment variables to set in the Docker container; at most 100 entries, names at most
    /// 1024 bytes, `[a-zA-Z_][a-zA-Z0-9_]*`, values at most 1024 bytes.
    public var environment: TextMap? {
        get { self["Environment"] }
        set { self["Environment"] = newValue }
    }

    /// `ModelPackageName`: The name or Amazon Resource Name (ARN) of the model package to use to create the model; 1
    /// to 176 characters,
    /// `(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?`.
    public var modelPackageName: String? {
        get { self["ModelPackageName"] }
        set { self["ModelPackageName"] = newValue }
    }

    /// `InferenceSpecificationName`: The inference specification name in the model package version; 1 to 63
    /// characters, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var inferenceSpecificationName: String? {
        get { self["InferenceSpecificationName"] }
        set { self["InferenceSpecificationName"] = newValue }
    }

    /// `MultiModelConfig`: Specifies additional configuration for multi-model endpoints.
    public var multiModelConfig: MultiModelConfig? {
        get { self["MultiModelConfig"] }
        set { self["MultiModelConfig"] = newValue }
    }
}
