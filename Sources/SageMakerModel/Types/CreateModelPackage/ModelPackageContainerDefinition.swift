// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Describes the Docker container for the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageContainerDefinition.html
public struct ModelPackageContainerDefinition: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelPackageContainerDefinition
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        containerHostname: String? = nil, image: String? = nil, imageDigest: String? = nil, modelDataURL: String? = nil,
        modelDataSource: ModelDataSource? = nil, productID: String? = nil, environment: TextMap? = nil,
        modelInput: ModelInput? = nil, framework: String? = nil, frameworkVersion: String? = nil,
        nearestModelName: String? = nil, additionalModelDataSources: [AdditionalModelDataSource]? = nil,
        additionalS3DataSource: AdditionalS3DataSource? = nil, modelDataETag: String? = nil, isCheckpoint: Bool? = nil,
        baseModel: BaseModel? = nil
    ) {
        members = []
        self.containerHostname = containerHostname
        self.image = image
        self.imageDigest = imageDigest
        self.modelDataURL = modelDataURL
        self.modelDataSource = modelDataSource
        self.productID = productID
        self.environment = environment
        self.modelInput = modelInput
        self.framework = framework
        self.frameworkVersion = frameworkVersion
        self.nearestModelName = nearestModelName
        self.additionalModelDataSources = additionalModelDataSources
        self.additionalS3DataSource = additionalS3DataSource
        self.modelDataETag = modelDataETag
        self.isCheckpoint = isCheckpoint
        self.baseModel = baseModel
    }

    /// `ContainerHostname`: The DNS host name for the Docker container; at most 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var containerHostname: String? {
        get { self["ContainerHostname"] }
        set { self["ContainerHostname"] = newValue }
    }

    /// `Image`: The Amazon Elastic Container Registry (Amazon ECR) path where inference code is stored; at most 255
    /// characters, `[\S]+`.
    public var image: String? {
        get { self["Image"] }
        set { self["Image"] = newValue }
    }

    /// `ImageDigest`: An MD5 hash of the training algorithm that identifies the Docker image used for training; at
    /// most 72 characters, `[Ss][Hh][Aa]256:[0-9a-fA-F]{64}`.
    public var imageDigest: String? {
        get { self["ImageDigest"] }
        set { self["ImageDigest"] = newValue }
    }

    /// `ModelDataUrl`: The Amazon S3 path where the model artifacts, which result from model training, are stored; at
    /// most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var modelDataURL: String? {
        get { self["ModelDataUrl"] }
        set { self["ModelDataUrl"] = newValue }
    }

    /// `ModelDataSource`: Specifies the location of ML model data to deploy during endpoint creation.
    public var modelDataSource: ModelDataSource? {
        get { self["ModelDataSource"] }
        set { self["ModelDataSource"] = newValue }
    }

    /// `ProductId`: The Amazon Web Services Marketplace product ID of the model package; at most 256 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9])*`.
    public var productID: String? {
        get { self["ProductId"] }
        set { self["ProductId"] = newValue }
    }

    /// `Environment`: The environment variables to set in the Docker container; at most 100 entries, names at most
    /// 1024 bytes, `[a-zA-Z_][a-zA-Z0-9_]*`, values at most 1024 bytes.
    public var environment: TextMap? {
        get { self["Environment"] }
        set { self["Environment"] = newValue }
    }

    /// `ModelInput`: A structure with Model Input details.
    public var modelInput: ModelInput? {
        get { self["ModelInput"] }
        set { self["ModelInput"] = newValue }
    }

    /// `Framework`: The machine learning framework of the model package container image.
    public var framework: String? {
        get { self["Framework"] }
        set { self["Framework"] = newValue }
    }

    /// `FrameworkVersion`: The framework version of the Model Package Container Image; 3 to 10 characters,
    /// `[0-9]\.[A-Za-z0-9.-]+`.
    public var frameworkVersion: String? {
        get { self["FrameworkVersion"] }
        set { self["FrameworkVersion"] = newValue }
    }

    /// `NearestModelName`: The name of a pre-trained machine learning benchmarked by Amazon SageMaker Inference
    /// Recommender model that matches your model.
    public var nearestModelName: String? {
        get { self["NearestModelName"] }
        set { self["NearestModelName"] = newValue }
    }

    /// `AdditionalModelDataSources`: Data sources that are available to your model in addition to the one that you
    /// specify for `ModelDataSource` when you use the `CreateModelPackage` action; at most 5 elements.
    public var additionalModelDataSources: [AdditionalModelDataSource]? {
        get { self["AdditionalModelDataSources"] }
        set { self["AdditionalModelDataSources"] = newValue }
    }

    /// `AdditionalS3DataSource`: The additional data source that is used during inference in the Docker container for
    /// your model package.
    public var additionalS3DataSource: AdditionalS3DataSource? {
        get { self["AdditionalS3DataSource"] }
        set { self["AdditionalS3DataSource"] = newValue }
    }

    /// `ModelDataETag`: The ETag associated with Model Data URL.
    public var modelDataETag: String? {
        get { self["ModelDataETag"] }
        set { self["ModelDataETag"] = newValue }
    }

    /// `IsCheckpoint`: Specifies whether the model data is a training checkpoint.
    public var isCheckpoint: Bool? {
        get { self["IsCheckpoint"] }
        set { self["IsCheckpoint"] = newValue }
    }

    /// `BaseModel`: Identifies the foundation model that was used as the starting point for model customization.
    public var baseModel: BaseModel? {
        get { self["BaseModel"] }
        set { self["BaseModel"] = newValue }
    }
}
