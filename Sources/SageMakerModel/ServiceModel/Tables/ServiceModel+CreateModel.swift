import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What the request of CreateModel holds.
extension ServiceModel {
    package static let repositoryAuthConfig = Structure(
        "RepositoryAuthConfig",
        [
            .init(
                "RepositoryCredentialsProviderArn", .text(TextConstraint(1...2048, .regular(#".*"#))), isRequired: true)
        ])

    package static let imageConfig = Structure(
        "ImageConfig",
        [
            .init("RepositoryAccessMode", .text(TextConstraint(values: ["Platform", "Vpc"])), isRequired: true),
            .init("RepositoryAuthConfig", .structure(repositoryAuthConfig)),
        ])

    package static let modelAccessConfig = Structure(
        "ModelAccessConfig",
        [
            .init("AcceptEula", .boolean, isRequired: true)
        ])

    package static let inferenceHubAccessConfig = Structure(
        "InferenceHubAccessConfig",
        [
            .init("HubContentArn", .text(TextConstraint(0...255, .regular(#".*"#))), isRequired: true)
        ])

    package static let s3ModelDataSource = Structure(
        "S3ModelDataSource",
        [
            .init("S3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))), isRequired: true),
            .init("S3DataType", .text(TextConstraint(values: ["S3Prefix", "S3Object"])), isRequired: true),
            .init("CompressionType", .text(TextConstraint(values: ["None", "Gzip"])), isRequired: true),
            .init("ModelAccessConfig", .structure(modelAccessConfig)),
            .init("HubAccessConfig", .structure(inferenceHubAccessConfig)),
            .init("ManifestS3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init("ETag", .text(TextConstraint())),
            .init("ManifestEtag", .text(TextConstraint())),
        ])

    package static let modelDataSource = Structure(
        "ModelDataSource",
        [
            .init("S3DataSource", .structure(s3ModelDataSource))
        ])

    package static let additionalModelDataSource = Structure(
        "AdditionalModelDataSource",
        [
            .init("ChannelName", .text(TextConstraint(1...64, .regular(#"[A-Za-z0-9\.\-_]+"#))), isRequired: true),
            .init("S3DataSource", .structure(s3ModelDataSource), isRequired: true),
        ])

    package static let multiModelConfig = Structure(
        "MultiModelConfig",
        [
            .init("ModelCacheSetting", .text(TextConstraint(values: ["Enabled", "Disabled"])))
        ])

    package static let containerDefinition = Structure(
        "ContainerDefinition",
        [
            .init("ContainerHostname", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init("Image", .text(TextConstraint(0...255, .regular(#"[\S]+"#)))),
            .init("ImageConfig", .structure(imageConfig)),
            .init("Mode", .text(TextConstraint(values: ["SingleModel", "MultiModel"]))),
            .init("ModelDataUrl", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init("ModelDataSource", .structure(modelDataSource)),
            .init("AdditionalModelDataSources", .list(.structure(additionalModelDataSource), count: 0...5)),
            .init(
                "Environment",
                .map(
                    key: TextConstraint(0...1024, in: .bytes, .regular(#"[a-zA-Z_][a-zA-Z0-9_]*"#)),
                    value: TextConstraint(0...1024, in: .bytes), count: 0...100)),
            .init(
                "ModelPackageName",
                .text(
                    TextConstraint(
                        1...176,
                        .regular(
                            #"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?"#
                        )))),
            .init(
                "InferenceSpecificationName",
                .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init("MultiModelConfig", .structure(multiModelConfig)),
        ])

    package static let inferenceExecutionConfig = Structure(
        "InferenceExecutionConfig",
        [
            .init("Mode", .text(TextConstraint(values: ["Serial", "Direct"])), isRequired: true)
        ])

    package static let tag = Structure(
        "Tag",
        [
            .init("Key", .text(TextConstraint(1...128, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#))), isRequired: true),
            .init(
                "Value", .text(TextConstraint(0...256, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#))), isRequired: true),
        ])

    package static let vpcConfig = Structure(
        "VpcConfig",
        [
            .init(
                "SecurityGroupIds", .list(.text(TextConstraint(0...32, .regular(#"[-0-9a-zA-Z]+"#))), count: 1...5),
                isRequired: true),
            .init(
                "Subnets", .list(.text(TextConstraint(0...32, .regular(#"[-0-9a-zA-Z]+"#))), count: 1...16),
                isRequired: true),
        ])

    package static let createModelInput = Structure(
        "CreateModelInput",
        [
            .init(
                "ModelName", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"#))),
                isRequired: true),
            .init("PrimaryContainer", .structure(containerDefinition)),
            .init("Containers", .list(.structure(containerDefinition), count: 0...15)),
            .init("InferenceExecutionConfig", .structure(inferenceExecutionConfig)),
            .init(
                "ExecutionRoleArn",
                .text(TextConstraint(20...2048, .regular(#"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+"#)))
            ),
            .init("Tags", .list(.structure(tag), count: 0...50)),
            .init("VpcConfig", .structure(vpcConfig)),
            .init("EnableNetworkIsolation", .boolean),
        ])
}
