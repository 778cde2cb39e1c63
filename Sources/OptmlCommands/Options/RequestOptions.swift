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

    @Option(help: ArgumentHelp("The model package to take the model from.", valueName: "name|arn"))
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
        try set("ModelName", modelName, "--model-name", &builder)
        try set("ExecutionRoleArn", roleArn, "--role-arn", &builder)
        if networkIsolation { builder.set("EnableNetworkIsolation", .boolean(true)) }
        for (key, value) in try TextPairs.pairs(tag, "--tag") { builder.setTag(key, value) }
        if let inferenceExecutionMode {
            builder.set(
                "Mode", of: ServiceModel.inferenceExecutionConfig, "InferenceExecutionConfig",
                .string(inferenceExecutionMode.rawValue))
        }
        for (name, ids) in [("SecurityGroupIds", securityGroup), ("Subnets", subnet)] where !ids.isEmpty {
            let ids = try ids.map { JSONValue.string(try $0.text(of: "--subnet, --security-group")) }
            builder.set(name, of: ServiceModel.vpcConfig, "VpcConfig", .array(ids))
        }
        try applyToContainer(&builder)
    }

    private func applyToContainer(_ builder: inout RequestBuilder) throws {
        let texts = [
            ("ContainerHostname", containerHostname, "--container-hostname"), ("Image", image, "--image"),
            ("ModelPackageName", modelPackageName, "--model-package-name"),
            ("InferenceSpecificationName", inferenceSpecificationName, "--inference-specification-name"),
        ]
        for (name, value, option) in texts {
            if let value { builder.setInContainer(name, .string(try value.text(of: option))) }
        }
        if let mode { builder.setInContainer("Mode", .string(mode.rawValue)) }
        for (name, value) in try TextPairs.pairs(env, "--env") { builder.setEnvironment(name, value) }
        if let repositoryAccessMode {
            builder.setInContainer(
                "RepositoryAccessMode", of: ServiceModel.imageConfig, "ImageConfig",
                .string(repositoryAccessMode.rawValue))
        }
        if let arn = repositoryCredentialsProviderArn {
            let config = RepositoryAuthConfig(
                repositoryCredentialsProviderARN: try arn.text(of: "--repository-credentials-provider-arn"))
            builder.setInContainer(
                "RepositoryAuthConfig", of: ServiceModel.imageConfig, "ImageConfig", config.jsonValue)
        }
        if let modelCacheSetting {
            builder.setInContainer(
                "ModelCacheSetting", of: ServiceModel.multiModelConfig, "MultiModelConfig",
                .string(modelCacheSetting.rawValue))
        }
    }

    private func set(
        _ name: String, _ value: ByteArgument?, _ option: String, _ builder: inout RequestBuilder
    ) throws {
        if let value { builder.set(name, .string(try value.text(of: option))) }
    }
}
