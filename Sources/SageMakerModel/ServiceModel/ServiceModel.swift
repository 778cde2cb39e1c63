package import ModelArtifacts

/// The part of SageMaker's service model that describes the requests that take model data, in the API's order: every member with
/// its type, whether it is required, its length, its pattern, its values and counts.
///
/// The tables are written by `Sources/write-service-model` from botocore's copy of the service model
/// (`botocore/data/sagemaker/2017-07-24/service-2.json`), with which a test compares them member by member. What is here beside
/// them is said elsewhere: what only answers hold, and what other tools have fields for.
package enum ServiceModel {
    /// The request of `CreateModel`, with the members that only `DescribeModel` answers with.
    package static let request = createModelInput.answered(
        with: ["ModelArn", "CreationTime", "DeploymentRecommendation"])

    /// A container: `PrimaryContainer` and the elements of `Containers`.
    package static let container = containerDefinition

    /// A place in S3.
    package static let s3DataSource = s3ModelDataSource

    /// The request of `CreateModelPackage`, with the members that only `DescribeModelPackage` answers with.
    static let modelPackage = createModelPackageInput.answered(
        with: [
            "ModelPackageVersion", "ModelPackageArn", "CreationTime", "ModelPackageStatus", "ModelPackageStatusDetails",
            "CreatedBy", "LastModifiedTime", "LastModifiedBy", "ApprovalDescription",
        ])

    /// The request of `CreateInferenceComponent`, with the members that only `DescribeInferenceComponent` answers with.
    static let inferenceComponent = createInferenceComponentInput.answered(
        with: [
            "InferenceComponentArn", "EndpointArn", "FailureReason", "CreationTime", "LastModifiedTime",
            "InferenceComponentStatus", "LastDeploymentConfig",
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
        optional: ["CreateModelInput.ModelName"], required: ["ModelDataSource.S3DataSource"])

    /// The arguments of Terraform's `aws_sagemaker_model`, by the API's names.
    ///
    /// Source: the schema of the provider hashicorp/aws 6.50.0, which `testdata/schemas/terraform-aws.json` has.
    package static let terraform = request.reduced(
        lacking: [
            "S3ModelDataSource.HubAccessConfig", "S3ModelDataSource.ManifestS3Uri", "S3ModelDataSource.ETag",
            "S3ModelDataSource.ManifestEtag",
        ],
        optional: ["CreateModelInput.ModelName"],
        required: ["CreateModelInput.ExecutionRoleArn", "ModelDataSource.S3DataSource"])
}

extension ServiceModel {
    /// Whether a channel of `AdditionalModelDataSources` may have that name. Those that are no directory, `.` and `..`, pass too.
    package static func isChannelName(_ name: ByteString) -> Bool {
        guard case .text(let constraint)? = additionalModelDataSource.member("ChannelName")?.shape else { return false }
        return constraint.allows(name)
    }
}

extension ServiceModel {
    /// The properties of `AWS::SageMaker::ModelPackage`. Those that only an existing one has, a template may name too.
    ///
    /// Source: the resource's schema in the CloudFormation registry, as cfn-lint 1.58 has it.
    static let cloudFormationModelPackage = createModelPackageInput.reduced(
        lacking: [
            "CreateModelPackageInput.ModelPackageRegistrationType", "CreateModelPackageInput.ModelLifeCycle",
            "CreateModelPackageInput.ManagedStorageType", "ModelPackageContainerDefinition.ProductId",
            "ModelPackageContainerDefinition.AdditionalModelDataSources",
            "ModelPackageContainerDefinition.AdditionalS3DataSource", "ModelPackageContainerDefinition.ModelDataETag",
            "ModelPackageContainerDefinition.IsCheckpoint", "ModelPackageContainerDefinition.BaseModel",
            "S3ModelDataSource.HubAccessConfig", "S3ModelDataSource.ManifestS3Uri", "S3ModelDataSource.ETag",
            "S3ModelDataSource.ManifestEtag", "TransformResources.TransformAmiVersion",
            "SourceAlgorithm.ModelDataSource", "SourceAlgorithm.ModelDataETag",
        ],
        required: [
            "InferenceSpecification.SupportedContentTypes", "InferenceSpecification.SupportedResponseMIMETypes",
            "ModelPackageContainerDefinition.Image", "ModelPackageModelCard.ModelCardContent",
            "ModelPackageModelCard.ModelCardStatus",
        ],
        extra: [
            "CreateModelPackageInput.AdditionalInferenceSpecificationsToAdd",
            "CreateModelPackageInput.ApprovalDescription", "CreateModelPackageInput.LastModifiedTime",
            "CreateModelPackageInput.ModelPackageStatusDetails", "CreateModelPackageInput.ModelPackageVersion",
        ],
        shapes: ["ModelInput.DataInputConfig": .text(TextConstraint(1...1024, .regular(#"[\S\s]+"#)))])

    /// The properties of `AWS::SageMaker::InferenceComponent`.
    ///
    /// Source: the resource's schema in the CloudFormation registry, as cfn-lint 1.58 has it.
    static let cloudFormationInferenceComponent = createInferenceComponentInput.reduced(
        lacking: ["InferenceComponentSpecification.InstanceType"],
        optional: [
            "CreateInferenceComponentInput.InferenceComponentName",
            "InferenceComponentComputeResourceRequirements.MinMemoryRequiredInMb",
            "InferenceComponentRuntimeConfig.CopyCount",
        ],
        required: ["InferenceComponentSchedulingConfig.AvailabilityZoneBalance"],
        extra: [
            "CreateInferenceComponentInput.DeploymentConfig", "CreateInferenceComponentInput.EndpointArn",
            "InferenceComponentContainerSpecification.ContainerMetricsConfig",
        ],
        shapes: [
            "InferenceComponentContainerSpecification.Environment": .map(
                key: TextConstraint(2...1025, .regular(#"[a-zA-Z_][a-zA-Z0-9_]{1,1024}"#)),
                value: TextConstraint(0...1024), count: 0...16),
            "Tag.Value": .text(TextConstraint(1...256, .tag)),
        ])

    /// Every structure of a request of `CreateModel`, once.
    static let structures: [Structure] = [
        request, container, imageConfig, repositoryAuthConfig, modelDataSource, s3DataSource, modelAccessConfig,
        inferenceHubAccessConfig, additionalModelDataSource, multiModelConfig, inferenceExecutionConfig, tag, vpcConfig,
    ]

    /// The structure of a name; nil if there is none.
    static func structure(named name: String) -> Structure? { structures.first { $0.name == name } }
}
