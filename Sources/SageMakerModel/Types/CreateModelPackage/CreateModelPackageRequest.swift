// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The request of `CreateModelPackage`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html
public struct CreateModelPackageRequest: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.createModelPackageInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        modelPackageName: String? = nil, modelPackageGroupName: String? = nil, modelPackageDescription: String? = nil,
        modelPackageRegistrationType: ModelPackageRegistrationType? = nil,
        inferenceSpecification: InferenceSpecification? = nil,
        validationSpecification: ModelPackageValidationSpecification? = nil,
        sourceAlgorithmSpecification: SourceAlgorithmSpecification? = nil, certifyForMarketplace: Bool? = nil,
        tags: [Tag]? = nil, modelApprovalStatus: ModelApprovalStatus? = nil,
        metadataProperties: MetadataProperties? = nil, modelMetrics: ModelMetrics? = nil, clientToken: String? = nil,
        domain: String? = nil, task: String? = nil, samplePayloadURL: String? = nil,
        customerMetadataProperties: TextMap? = nil, driftCheckBaselines: DriftCheckBaselines? = nil,
        additionalInferenceSpecifications: [AdditionalInferenceSpecificationDefinition]? = nil,
        skipModelValidation: SkipModelValidation? = nil, sourceURI: String? = nil,
        securityConfig: ModelPackageSecurityConfig? = nil, modelCard: ModelPackageModelCard? = nil,
        modelLifeCycle: ModelLifeCycle? = nil, managedStorageType: ManagedStorageType? = nil
    ) {
        members = []
        self.modelPackageName = modelPackageName
        self.modelPackageGroupName = modelPackageGroupName
        self.modelPackageDescription = modelPackageDescription
        self.modelPackageRegistrationType = modelPackageRegistrationType
        self.inferenceSpecification = inferenceSpecification
        self.validationSpecification = validationSpecification
        self.sourceAlgorithmSpecification = sourceAlgorithmSpecification
        self.certifyForMarketplace = certifyForMarketplace
        self.tags = tags
        self.modelApprovalStatus = modelApprovalStatus
        self.metadataProperties = metadataProperties
        self.modelMetrics = modelMetrics
        self.clientToken = clientToken
        self.domain = domain
        self.task = task
        self.samplePayloadURL = samplePayloadURL
        self.customerMetadataProperties = customerMetadataProperties
        self.driftCheckBaselines = driftCheckBaselines
        self.additionalInferenceSpecifications = additionalInferenceSpecifications
        self.skipModelValidation = skipModelValidation
        self.sourceURI = sourceURI
        self.securityConfig = securityConfig
        self.modelCard = modelCard
        self.modelLifeCycle = modelLifeCycle
        self.managedStorageType = managedStorageType
    }

    /// `ModelPackageName`: The name of the model package; 1 to 63 characters, `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var modelPackageName: String? {
        get { self["ModelPackageName"] }
        set { self["ModelPackageName"] = newValue }
    }

    /// `ModelPackageGroupName`: The name or Amazon Resource Name (ARN) of the model package group that this model
    /// version belongs to; 1 to 170 characters,
    /// `(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)`.
    public var modelPackageGroupName: String? {
        get { self["ModelPackageGroupName"] }
        set { self["ModelPackageGroupName"] = newValue }
    }

    /// `ModelPackageDescription`: A description of the model package; at most 1024 characters,
    /// `[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*`.
    public var modelPackageDescription: String? {
        get { self["ModelPackageDescription"] }
        set { self["ModelPackageDescription"] = newValue }
    }

    /// `ModelPackageRegistrationType`: The package registration type of the model package input.
    public var modelPackageRegistrationType: ModelPackageRegistrationType? {
        get { self["ModelPackageRegistrationType"] }
        set { self["ModelPackageRegistrationType"] = newValue }
    }

    /// `InferenceSpecification`: Specifies details about inference jobs that you can run with models based on this
    /// model package, including the following information: The Amazon ECR paths of containers that contain the
    /// inference code and model artifacts.
    public var inferenceSpecification: InferenceSpecification? {
        get { self["InferenceSpecification"] }
        set { self["InferenceSpecification"] = newValue }
    }

    /// `ValidationSpecification`: Specifies configurations for one or more transform jobs that SageMaker runs to test
    /// the model package.
    public var validationSpecification: ModelPackageValidationSpecification? {
        get { self["ValidationSpecification"] }
        set { self["ValidationSpecification"] = newValue }
    }

    /// `SourceAlgorithmSpecification`: Details about the algorithm that was used to create the model package.
    public var sourceAlgorithmSpecification: SourceAlgorithmSpecification? {
        get { self["SourceAlgorithmSpecification"] }
        set { self["SourceAlgorithmSpecification"] = newValue }
    }

    /// `CertifyForMarketplace`: Whether to certify the model package for listing on Amazon Web Services Marketplace.
    public var certifyForMarketplace: Bool? {
        get { self["CertifyForMarketplace"] }
        set { self["CertifyForMarketplace"] = newValue }
    }

    /// `Tags`: A list of key value pairs associated with the model; at most 50 elements.
    public var tags: [Tag]? {
        get { self["Tags"] }
        set { self["Tags"] = newValue }
    }

    /// `ModelApprovalStatus`: Whether the model is approved for deployment.
    public var modelApprovalStatus: ModelApprovalStatus? {
        get { self["ModelApprovalStatus"] }
        set { self["ModelApprovalStatus"] = newValue }
    }

    /// `MetadataProperties`: Metadata properties of the tracking entity, trial, or trial component.
    public var metadataProperties: MetadataProperties? {
        get { self["MetadataProperties"] }
        set { self["MetadataProperties"] = newValue }
    }

    /// `ModelMetrics`: A structure that contains model metrics reports.
    public var modelMetrics: ModelMetrics? {
        get { self["ModelMetrics"] }
        set { self["ModelMetrics"] = newValue }
    }

    /// `ClientToken`: A unique token that guarantees that the call to this API is idempotent; 1 to 36 characters,
    /// `[a-zA-Z0-9-]+`.
    public var clientToken: String? {
        get { self["ClientToken"] }
        set { self["ClientToken"] = newValue }
    }

    /// `Domain`: The machine learning domain of your model package and its components.
    public var domain: String? {
        get { self["Domain"] }
        set { self["Domain"] = newValue }
    }

    /// `Task`: The machine learning task your model package accomplishes.
    public var task: String? {
        get { self["Task"] }
        set { self["Task"] = newValue }
    }

    /// `SamplePayloadUrl`: The Amazon Simple Storage Service (Amazon S3) path where the sample payload is stored; at
    /// most 1024 characters, `(https|s3)://([^/]+)/?(.*)`.
    public var samplePayloadURL: String? {
        get { self["SamplePayloadUrl"] }
        set { self["SamplePayloadUrl"] = newValue }
    }

    /// `CustomerMetadataProperties`: The metadata properties associated with the model package versions; 1 to 50
    /// entries, names 1 to 128 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`, values 1 to 256 characters,
    /// `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`.
    public var customerMetadataProperties: TextMap? {
        get { self["CustomerMetadataProperties"] }
        set { self["CustomerMetadataProperties"] = newValue }
    }

    /// `DriftCheckBaselines`: Represents the drift check baselines that can be used when the model monitor is set
    /// using the model package.
    public var driftCheckBaselines: DriftCheckBaselines? {
        get { self["DriftCheckBaselines"] }
        set { self["DriftCheckBaselines"] = newValue }
    }

    /// `AdditionalInferenceSpecifications`: An array of additional Inference Specification objects; 1 to 15 elements.
    public var additionalInferenceSpecifications: [AdditionalInferenceSpecificationDefinition]? {
        get { self["AdditionalInferenceSpecifications"] }
        set { self["AdditionalInferenceSpecifications"] = newValue }
    }

    /// `SkipModelValidation`: Indicates if you want to skip model validation.
    public var skipModelValidation: SkipModelValidation? {
        get { self["SkipModelValidation"] }
        set { self["SkipModelValidation"] = newValue }
    }

    /// `SourceUri`: The URI of the source for the model package; at most 1024 characters,
    /// `[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}`.
    public var sourceURI: String? {
        get { self["SourceUri"] }
        set { self["SourceUri"] = newValue }
    }

    /// `SecurityConfig`: The KMS Key ID (`KMSKeyId`) used for encryption of model package information.
    public var securityConfig: ModelPackageSecurityConfig? {
        get { self["SecurityConfig"] }
        set { self["SecurityConfig"] = newValue }
    }

    /// `ModelCard`: The model card associated with the model package.
    public var modelCard: ModelPackageModelCard? {
        get { self["ModelCard"] }
        set { self["ModelCard"] = newValue }
    }

    /// `ModelLifeCycle`: A structure describing the current state of the model in its life cycle.
    public var modelLifeCycle: ModelLifeCycle? {
        get { self["ModelLifeCycle"] }
        set { self["ModelLifeCycle"] = newValue }
    }

    /// `ManagedStorageType`: The storage type of the model package.
    public var managedStorageType: ManagedStorageType? {
        get { self["ManagedStorageType"] }
        set { self["ManagedStorageType"] = newValue }
    }
}
