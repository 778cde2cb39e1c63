public import ModelArtifacts

/// A whole request of `CreateModel`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
public struct CreateModelRequest: RequestStructure {
    /// `ModelName`, required: the name of the new model; at most 63 characters,
    /// `[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?`.
    public var modelName: String
    /// `PrimaryContainer`: the container, of a model with one. Either it or `containers` is given.
    public var primaryContainer: ContainerDefinition?
    /// `Containers`: the containers of an inference pipeline or of a multi-container endpoint; at most 15.
    public var containers: [ContainerDefinition]?
    /// `InferenceExecutionConfig`: how several containers are called.
    public var inferenceExecutionConfig: InferenceExecutionConfig?
    /// `ExecutionRoleArn`: the role that SageMaker assumes; 20 to 2,048 characters,
    /// `arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`.
    public var executionRoleARN: String?
    /// `Tags`: at most 50, with distinct keys.
    public var tags: [Tag]?
    /// `VpcConfig`: the network that the containers are connected to.
    public var vpcConfig: VPCConfig?
    /// `EnableNetworkIsolation`: whether the containers can reach no network at all.
    public var enableNetworkIsolation: Bool?
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(
        modelName: String, primaryContainer: ContainerDefinition? = nil, containers: [ContainerDefinition]? = nil,
        inferenceExecutionConfig: InferenceExecutionConfig? = nil, executionRoleARN: String? = nil, tags: [Tag]? = nil,
        vpcConfig: VPCConfig? = nil, enableNetworkIsolation: Bool? = nil
    ) {
        self.modelName = modelName
        self.primaryContainer = primaryContainer
        self.containers = containers
        self.inferenceExecutionConfig = inferenceExecutionConfig
        self.executionRoleARN = executionRoleARN
        self.tags = tags
        self.vpcConfig = vpcConfig
        self.enableNetworkIsolation = enableNetworkIsolation
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        modelName = try members.required("ModelName")
        primaryContainer = try members.optional("PrimaryContainer")
        containers = try members.optional("Containers")
        inferenceExecutionConfig = try members.optional("InferenceExecutionConfig")
        executionRoleARN = try members.optional("ExecutionRoleArn")
        tags = try members.optional("Tags")
        vpcConfig = try members.optional("VpcConfig")
        enableNetworkIsolation = try members.optional("EnableNetworkIsolation")
    }

    public func write(to members: inout StructureWriter) {
        members.write("ModelName", modelName)
        members.write("PrimaryContainer", primaryContainer)
        members.write("Containers", containers)
        members.write("InferenceExecutionConfig", inferenceExecutionConfig)
        members.write("ExecutionRoleArn", executionRoleARN)
        members.write("Tags", tags)
        members.write("VpcConfig", vpcConfig)
        members.write("EnableNetworkIsolation", enableNetworkIsolation)
    }
}
