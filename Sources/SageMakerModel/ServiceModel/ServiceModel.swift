import ModelArtifacts

/// The part of SageMaker's service model that describes `CreateModel`, in the API's order: every member with its type,
/// whether it is required, its length, its pattern, its values and counts.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html and the service model in botocore
/// 1.43 (`botocore/data/sagemaker/2017-07-24/service-2.json`), with which a test compares it member by member.
package enum ServiceModel {
    /// The request, with the members that only `DescribeModel` answers with.
    package static let request = Structure(
        "CreateModelInput",
        [
            .init("ModelName", .text(TextConstraint(0...63, .modelName)), isRequired: true),
            .init("PrimaryContainer", .structure(container)),
            .init("Containers", .list(.structure(container), count: 0...15)),
            .init("InferenceExecutionConfig", .structure(inferenceExecutionConfig)),
            .init("ExecutionRoleArn", .text(TextConstraint(20...2048, .roleARN))),
            .init("Tags", .list(.structure(tag), count: 0...50)),
            .init("VpcConfig", .structure(vpcConfig)),
            .init("EnableNetworkIsolation", .boolean),
        ],
        // boto3 adds the last one to every answer.
        responseMembers: ["ModelArn", "CreationTime", "DeploymentRecommendation", "ResponseMetadata"])

    /// A container: `PrimaryContainer` and the elements of `Containers`.
    package static let container = Structure(
        "ContainerDefinition",
        [
            .init("ContainerHostname", .text(TextConstraint(0...63, .hostname))),
            .init("Image", .text(TextConstraint(0...255, .image))),
            .init("ImageConfig", .structure(imageConfig)),
            .init("Mode", .text(TextConstraint(values: ["SingleModel", "MultiModel"]))),
            .init("ModelDataUrl", .text(TextConstraint(0...1024, .s3URI))),
            .init("ModelDataSource", .structure(modelDataSource)),
            .init("AdditionalModelDataSources", .list(.structure(additionalModelDataSource), count: 0...5)),
            // The API page names bytes: "The maximum length of each key and value in the Environment map is 1024 bytes."
            .init(
                "Environment",
                .map(
                    key: TextConstraint(0...1024, in: .bytes, .environmentName),
                    value: TextConstraint(0...1024, in: .bytes), count: 0...100)),
            .init("ModelPackageName", .text(TextConstraint(1...176, .modelPackageName))),
            .init("InferenceSpecificationName", .text(TextConstraint(1...63, .hostname))),
            .init("MultiModelConfig", .structure(multiModelConfig)),
        ])

    /// Where the image is.
    package static let imageConfig = Structure(
        "ImageConfig",
        [
            .init("RepositoryAccessMode", .text(TextConstraint(values: ["Platform", "Vpc"])), isRequired: true),
            .init("RepositoryAuthConfig", .structure(repositoryAuthConfig)),
        ])

    /// Who knows the password of a private registry.
    package static let repositoryAuthConfig = Structure(
        "RepositoryAuthConfig",
        [.init("RepositoryCredentialsProviderArn", .text(TextConstraint(1...2048, .line)), isRequired: true)])

    /// Where the model data is.
    package static let modelDataSource = Structure(
        "ModelDataSource", [.init("S3DataSource", .structure(s3DataSource))])

    /// A place in S3.
    package static let s3DataSource = Structure(
        "S3ModelDataSource",
        [
            .init("S3Uri", .text(TextConstraint(0...1024, .s3URI)), isRequired: true),
            .init("S3DataType", .text(TextConstraint(values: ["S3Prefix", "S3Object"])), isRequired: true),
            .init("CompressionType", .text(TextConstraint(values: ["None", "Gzip"])), isRequired: true),
            .init("ModelAccessConfig", .structure(modelAccessConfig)),
            .init("HubAccessConfig", .structure(hubAccessConfig)),
            .init("ManifestS3Uri", .text(TextConstraint(0...1024, .s3URI))),
            .init("ETag", .text(TextConstraint())),
            .init("ManifestEtag", .text(TextConstraint())),
        ])

    /// Whether a licence is accepted.
    package static let modelAccessConfig = Structure(
        "ModelAccessConfig", [.init("AcceptEula", .boolean, isRequired: true)])

    /// Which hub content may be deployed.
    package static let hubAccessConfig = Structure(
        "InferenceHubAccessConfig", [.init("HubContentArn", .text(TextConstraint(0...255, .line)), isRequired: true)])

    /// A channel.
    package static let additionalModelDataSource = Structure(
        "AdditionalModelDataSource",
        [
            .init("ChannelName", .text(TextConstraint(1...64, .channelName)), isRequired: true),
            .init("S3DataSource", .structure(s3DataSource), isRequired: true),
        ])

    /// How a multi-model endpoint caches.
    package static let multiModelConfig = Structure(
        "MultiModelConfig", [.init("ModelCacheSetting", .text(TextConstraint(values: ["Enabled", "Disabled"])))])

    /// How several containers are called.
    package static let inferenceExecutionConfig = Structure(
        "InferenceExecutionConfig",
        [.init("Mode", .text(TextConstraint(values: ["Serial", "Direct"])), isRequired: true)])

    /// A tag.
    package static let tag = Structure(
        "Tag",
        [
            .init("Key", .text(TextConstraint(1...128, .tag)), isRequired: true),
            .init("Value", .text(TextConstraint(0...256, .tag)), isRequired: true),
        ])

    /// The network.
    package static let vpcConfig = Structure(
        "VpcConfig",
        [
            .init("SecurityGroupIds", .list(.text(TextConstraint(0...32, .vpcID)), count: 1...5), isRequired: true),
            .init("Subnets", .list(.text(TextConstraint(0...32, .vpcID)), count: 1...16), isRequired: true),
        ])

    /// The properties of `AWS::SageMaker::Model`, which lack some members of the API.
    ///
    /// Source: the resource's schema in the CloudFormation registry, as cfn-lint 1.58 has it.
    package static let cloudFormation = request.reduced(
        lacking: [
            "ContainerDefinition.AdditionalModelDataSources", "S3ModelDataSource.ManifestS3Uri",
            "S3ModelDataSource.ETag",
            "S3ModelDataSource.ManifestEtag",
        ],
        optional: ["CreateModelInput.ModelName"])

    /// The arguments of Terraform's `aws_sagemaker_model`, by the API's names.
    ///
    /// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model
    package static let terraform = request.reduced(
        lacking: [
            "S3ModelDataSource.HubAccessConfig", "S3ModelDataSource.ManifestS3Uri", "S3ModelDataSource.ETag",
            "S3ModelDataSource.ManifestEtag",
        ],
        optional: ["CreateModelInput.ModelName"])
}

extension ServiceModel {
    /// Every structure of a request, once.
    static let structures: [Structure] = [
        request, container, imageConfig, repositoryAuthConfig, modelDataSource, s3DataSource, modelAccessConfig,
        hubAccessConfig, additionalModelDataSource, multiModelConfig, inferenceExecutionConfig, tag, vpcConfig,
    ]

    /// The structure of a name; nil if there is none.
    static func structure(named name: String) -> Structure? { structures.first { $0.name == name } }
}
