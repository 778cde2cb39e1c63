import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// What a request of `CreateModel` holds besides the model data.
struct RequestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Put the model data into this request and keep everything else: JSON of the API, a skeleton of the AWS CLI, or an answer of describe-model; - for standard input.",
            valueName: "file"))
    var base: ByteArgument?

    @Option(
        help: ArgumentHelp(
            "The container of --base that the model data is for: an index from 0, or a hostname.",
            valueName: "index|hostname"))
    var container: String?

    @Option(help: ArgumentHelp("The name of the model.", valueName: "name"))
    var modelName: ByteArgument?

    @Option(help: ArgumentHelp("The role that SageMaker assumes.", valueName: "arn"))
    var roleArn: ByteArgument?

    @Option(help: ArgumentHelp("The container's image.", valueName: "image"))
    var image: ByteArgument?

    @Option(help: ArgumentHelp("An environment variable of the container. Repeatable.", valueName: "name=value"))
    var env: [ByteArgument] = []

    @Option(help: ArgumentHelp("A tag of the model. Repeatable.", valueName: "key=value"))
    var tag: [ByteArgument] = []

    @Option(help: ArgumentHelp("A subnet of the VPC to connect to. Repeatable.", valueName: "id"))
    var subnet: [ByteArgument] = []

    @Option(help: ArgumentHelp("A security group of the VPC to connect to. Repeatable.", valueName: "id"))
    var securityGroup: [ByteArgument] = []

    @Flag(help: "Let the containers reach no network.")
    var networkIsolation = false

    @Option(help: ArgumentHelp("The container's name in a pipeline.", valueName: "name"))
    var containerHostname: ByteArgument?

    @Option(help: "Whether the container hosts one model or many.")
    var mode: ContainerMode?

    @Option(help: "Whether a multi-model endpoint keeps models in memory.")
    var modelCacheSetting: ModelCacheSetting?

    @Option(help: "Where the registry of the image is.")
    var repositoryAccessMode: RepositoryAccessMode?

    @Option(help: ArgumentHelp("The function that knows the credentials of a private registry.", valueName: "arn"))
    var repositoryCredentialsProviderArn: ByteArgument?

    @Option(
        help: ArgumentHelp("The model package to take the model from, in the place of a source.", valueName: "name|arn")
    )
    var modelPackageName: ByteArgument?

    @Option(help: ArgumentHelp("The inference specification of the model package.", valueName: "name"))
    var inferenceSpecificationName: ByteArgument?

    @Option(
        help: ArgumentHelp(
            "Write a reference where the value of a member would stand: ExecutionRoleArn='!GetAtt Role.Arn', or for Terraform ExecutionRoleArn=aws_iam_role.sagemaker.arn. Repeatable.",
            valueName: "member=expression"))
    var reference: [ByteArgument] = []

    @Option(help: "How the containers of a pipeline are called.")
    var inferenceExecutionMode: InferenceExecutionMode?

    init() {}

    func validate() throws {
        if container != nil, base == nil {
            throw ValidationError("--container says which container of --base is meant.")
        }
        _ = try TextPairs.pairs(env, "--env")
        _ = try TextPairs.pairs(tag, "--tag")
    }

    /// Puts what was given into a request.
    func apply(to builder: inout RequestBuilder) throws {
        if let name = try text(modelName, "--model-name") { builder.request.modelName = name }
        if let role = try text(roleArn, "--role-arn") { builder.request.executionRoleARN = role }
        if networkIsolation { builder.request.enableNetworkIsolation = true }
        for (key, value) in try TextPairs.pairs(tag, "--tag") { builder.setTag(key, value) }
        if let inferenceExecutionMode {
            var config = builder.request.inferenceExecutionConfig ?? InferenceExecutionConfig(members: [])
            config.mode = inferenceExecutionMode
            builder.request.inferenceExecutionConfig = config
        }
        if !securityGroup.isEmpty || !subnet.isEmpty {
            var config = builder.request.vpcConfig ?? VPCConfig(members: [])
            if !securityGroup.isEmpty {
                config.securityGroupIDs = try securityGroup.map { try $0.text(of: "--security-group") }
            }
            if !subnet.isEmpty { config.subnets = try subnet.map { try $0.text(of: "--subnet") } }
            builder.request.vpcConfig = config
        }
        try apply(to: &builder.container)
        for (name, value) in try TextPairs.pairs(env, "--env") { builder.setEnvironment(name, value) }
    }

    private func apply(to container: inout ContainerDefinition) throws {
        if let name = try text(containerHostname, "--container-hostname") { container.containerHostname = name }
        if let image = try text(image, "--image") { container.image = image }
        if let name = try text(modelPackageName, "--model-package-name") { container.modelPackageName = name }
        if let name = try text(inferenceSpecificationName, "--inference-specification-name") {
            container.inferenceSpecificationName = name
        }
        if let mode { container.mode = mode }
        let provider = try text(repositoryCredentialsProviderArn, "--repository-credentials-provider-arn")
        if repositoryAccessMode != nil || provider != nil {
            var config = container.imageConfig ?? ImageConfig(members: [])
            if let repositoryAccessMode { config.repositoryAccessMode = repositoryAccessMode }
            if let provider {
                config.repositoryAuthConfig = RepositoryAuthConfig(repositoryCredentialsProviderARN: provider)
            }
            container.imageConfig = config
        }
        if let modelCacheSetting {
            var config = container.multiModelConfig ?? MultiModelConfig()
            config.modelCacheSetting = modelCacheSetting
            container.multiModelConfig = config
        }
    }

    private func text(_ argument: ByteArgument?, _ option: String) throws -> String? {
        try argument?.text(of: option)
    }
}
