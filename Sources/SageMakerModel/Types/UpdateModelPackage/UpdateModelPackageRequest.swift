// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The request of `UpdateModelPackage`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateModelPackage.html
public struct UpdateModelPackageRequest: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.updateModelPackageInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        modelPackageARN: String, modelApprovalStatus: ModelApprovalStatus? = nil,
        modelPackageRegistrationType: ModelPackageRegistrationType? = nil, approvalDescription: String? = nil,
        customerMetadataProperties: TextMap? = nil, customerMetadataPropertiesToRemove: [String]? = nil,
        additionalInferenceSpecificationsToAdd: [AdditionalInferenceSpecificationDefinition]? = nil,
        inferenceSpecification: InferenceSpecification? = nil, sourceURI: String? = nil,
        modelCard: ModelPackageModelCard? = nil, modelLifeCycle: ModelLifeCycle? = nil, clientToken: String? = nil
    ) {
        members = []
        self.modelPackageARN = modelPackageARN
        self.modelApprovalStatus = modelApprovalStatus
        self.modelPackageRegistrationType = modelPackageRegistrationType
        self.approvalDescription = approvalDescription
        self.customerMetadataProperties = customerMetadataProperties
        self.customerMetadataPropertiesToRemove = customerMetadataPropertiesToRemove
        self.additionalInferenceSpecificationsToAdd = additionalInferenceSpecificationsToAdd
        self.inferenceSpecification = inferenceSpecification
        self.sourceURI = sourceURI
        self.modelCard = modelCard
        self.modelLifeCycle = modelLifeCycle
        self.clientToken = clientToken
    }

    /// `ModelPackageArn`, required: The Amazon Resource Name (ARN) of the model package; 1 to 2048 characters,
    /// `arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}`.
    public var modelPackageARN: String {
        get { self[required: "ModelPackageArn"] }
        set { self[required: "ModelPackageArn"] = newValue }
    }

    /// `ModelApprovalStatus`: The approval status of the model.
    public var modelApprovalStatus: ModelApprovalStatus? {
        get { self["ModelApprovalStatus"] }
        set { self["ModelApprovalStatus"] = newValue }
    }

    /// `ModelPackageRegistrationType`: The package registration type of the model package input.
    public var modelPackageRegistrationType: ModelPackageRegistrationType? {
        get { self["ModelPackageRegistrationType"] }
        set { self["ModelPackageRegistrationType"] = newValue }
    }

    /// `ApprovalDescription`: A description for the approval status of the model; at most 1024 characters, `.*`.
    public var approvalDescription: String? {
        get { self["ApprovalDescription"] }
        set { self["ApprovalDescription"] = newValue }
    }

    /// `CustomerMetadataProperties`: The metadata properties associated with the model package versions; 1 to 50
    /// entries, names 1 to 128 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`, values 1 to 256 characters,
    /// `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`.
    public var customerMetadataProperties: TextMap? {
        get { self["CustomerMetadataProperties"] }
        set { self["CustomerMetadataProperties"] = newValue }
    }

    /// `CustomerMetadataPropertiesToRemove`: The metadata properties associated with the model package versions to
    /// remove; any number of elements, each 1 to 128 characters, `([\p{L}\p{Z}\p{N}_.:/=+\-@]*)`.
    public var customerMetadataPropertiesToRemove: [String]? {
        get { self["CustomerMetadataPropertiesToRemove"] }
        set { self["CustomerMetadataPropertiesToRemove"] = newValue }
    }

    /// `AdditionalInferenceSpecificationsToAdd`: An array of additional Inference Specification objects to be added to
    /// the existing array additional Inference Specification; 1 to 15 elements.
    public var additionalInferenceSpecificationsToAdd: [AdditionalInferenceSpecificationDefinition]? {
        get { self["AdditionalInferenceSpecificationsToAdd"] }
        set { self["AdditionalInferenceSpecificationsToAdd"] = newValue }
    }

    /// `InferenceSpecification`: Specifies details about inference jobs that you can run with models based on this
    /// model package, including the following information: The Amazon ECR paths of containers that contain the
    /// inference code and model artifacts.
    public var inferenceSpecification: InferenceSpecification? {
        get { self["InferenceSpecification"] }
        set { self["InferenceSpecification"] = newValue }
    }

    /// `SourceUri`: The URI of the source for the model package; at most 1024 characters,
    /// `[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}`.
    public var sourceURI: String? {
        get { self["SourceUri"] }
        set { self["SourceUri"] = newValue }
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

    /// `ClientToken`: A unique token that guarantees that the call to this API is idempotent; 1 to 36 characters,
    /// `[a-zA-Z0-9-]+`.
    public var clientToken: String? {
        get { self["ClientToken"] }
        set { self["ClientToken"] = newValue }
    }
}
