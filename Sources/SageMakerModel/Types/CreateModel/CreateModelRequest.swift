// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The request of `CreateModel`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
public struct CreateModelRequest: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.createModelInput
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        modelName: String, primaryContainer: ContainerDefinition? = nil, containers: [ContainerDefinition]? = nil,
        inferenceExecutionConfig: InferenceExecutionConfig? = nil, executionRoleARN: String? = nil, tags: [Tag]? = nil,
        vpcConfig: VPCConfig? = nil, enableNetworkIsolation: Bool? = nil
    ) {
        members = []
        self.modelName = modelName
        self.primaryContainer = primaryContainer
        self.containers = containers
        self.inferenceExecutionConfig = inferenceExecutionConfig
        self.executionRoleARN = executionRoleARN
        self.tags = tags
        self.vpcConfig = vpcConfig
        self.enableNetworkIsolation = enableNetworkIsolation
    }

    /// `ModelName`, required: The name of the new model; at most 63 characters,
    /// `[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?`.
    public var modelName: String {
        get { self[required: "ModelName"] }
        set { self[required: "ModelName"] = newValue }
    }

    /// `PrimaryContainer`: The location of the primary docker image containing inference code, associated artifacts,
    /// and custom environment map that the inference code uses when the model is deployed for predictions.
    public var primaryContainer: ContainerDefinition? {
        get { self["PrimaryContainer"] }
        set { self["PrimaryContainer"] = newValue }
    }

    /// `Containers`: Specifies the containers in the inference pipeline; at most 15 elements.
    public var containers: [ContainerDefinition]? {
        get { self["Containers"] }
        set { self["Containers"] = newValue }
    }

    /// `InferenceExecutionConfig`: Specifies details of how containers in a multi-container endpoint are called.
    public var inferenceExecutionConfig: InferenceExecutionConfig? {
        get { self["InferenceExecutionConfig"] }
        set { self["InferenceExecutionConfig"] = newValue }
    }

    /// `ExecutionRoleArn`: The Amazon Resource Name (ARN) of the IAM role that SageMaker can assume to access model
    /// artifacts and docker image for deployment on ML compute instances or for batch transform jobs; 20 to 2048
    /// characters, `arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`.
    public var executionRoleARN: String? {
        get { self["ExecutionRoleArn"] }
        set { self["ExecutionRoleArn"] = newValue }
    }

    /// `Tags`: An array of key-value pairs; at most 50 elements.
    public var tags: [Tag]? {
        get { self["Tags"] }
        set { self["Tags"] = newValue }
    }

    /// `VpcConfig`: A VpcConfig object that specifies the VPC that you want your model to connect to.
    public var vpcConfig: VPCConfig? {
        get { self["VpcConfig"] }
        set { self["VpcConfig"] = newValue }
    }

    /// `EnableNetworkIsolation`: Isolates the model container.
    public var enableNetworkIsolation: Bool? {
        get { self["EnableNetworkIsolation"] }
        set { self["EnableNetworkIsolation"] = newValue }
    }
}
