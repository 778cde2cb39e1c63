import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What the request of CreateModelPackage holds.
extension ServiceModel {
    package static let modelInput = Structure(
        "ModelInput",
        [
            .init("DataInputConfig", .text(TextConstraint(1...16384, .regular(#"[\S\s]+"#))), isRequired: true)
        ])

    package static let additionalS3DataSource = Structure(
        "AdditionalS3DataSource",
        [
            .init("S3DataType", .text(TextConstraint(values: ["S3Object", "S3Prefix"])), isRequired: true),
            .init("S3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))), isRequired: true),
            .init("CompressionType", .text(TextConstraint(values: ["None", "Gzip"]))),
            .init("ETag", .text(TextConstraint())),
        ])

    package static let baseModel = Structure(
        "BaseModel",
        [
            .init("HubContentName", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init("HubContentVersion", .text(TextConstraint(5...14, .regular(#"\d{1,4}.\d{1,4}.\d{1,4}"#)))),
            .init("RecipeName", .text(TextConstraint(0...255))),
        ])

    package static let modelPackageContainerDefinition = Structure(
        "ModelPackageContainerDefinition",
        [
            .init("ContainerHostname", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init("Image", .text(TextConstraint(0...255, .regular(#"[\S]+"#)))),
            .init("ImageDigest", .text(TextConstraint(0...72, .regular(#"[Ss][Hh][Aa]256:[0-9a-fA-F]{64}"#)))),
            .init("ModelDataUrl", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init("ModelDataSource", .structure(modelDataSource)),
            .init("ProductId", .text(TextConstraint(0...256, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9])*"#)))),
            .init(
                "Environment",
                .map(
                    key: TextConstraint(0...1024, in: .bytes, .regular(#"[a-zA-Z_][a-zA-Z0-9_]*"#)),
                    value: TextConstraint(0...1024, in: .bytes), count: 0...100)),
            .init("ModelInput", .structure(modelInput)),
            .init("Framework", .text(TextConstraint())),
            .init("FrameworkVersion", .text(TextConstraint(3...10, .regular(#"[0-9]\.[A-Za-z0-9.-]+"#)))),
            .init("NearestModelName", .text(TextConstraint())),
            .init("AdditionalModelDataSources", .list(.structure(additionalModelDataSource), count: 0...5)),
            .init("AdditionalS3DataSource", .structure(additionalS3DataSource)),
            .init("ModelDataETag", .text(TextConstraint())),
            .init("IsCheckpoint", .boolean),
            .init("BaseModel", .structure(baseModel)),
        ])

    package static let inferenceSpecification = Structure(
        "InferenceSpecification",
        [
            .init("Containers", .list(.structure(modelPackageContainerDefinition), count: 1...15), isRequired: true),
            .init(
                "SupportedTransformInstanceTypes",
                .list(.text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#))), count: 1...Int.max)),
            .init(
                "SupportedRealtimeInferenceInstanceTypes",
                .list(.text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#))), count: 0...Int.max)),
            .init("SupportedContentTypes", .list(.text(TextConstraint(0...256, .regular(#".*"#))), count: 0...Int.max)),
            .init(
                "SupportedResponseMIMETypes",
                .list(.text(TextConstraint(0...1024, .regular(#"[-\w]+\/.+"#))), count: 0...Int.max)),
        ])

    package static let transformS3DataSource = Structure(
        "TransformS3DataSource",
        [
            .init(
                "S3DataType",
                .text(TextConstraint(values: ["ManifestFile", "S3Prefix", "AugmentedManifestFile", "Converse"])),
                isRequired: true),
            .init("S3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))), isRequired: true),
        ])

    package static let transformDataSource = Structure(
        "TransformDataSource",
        [
            .init("S3DataSource", .structure(transformS3DataSource), isRequired: true)
        ])

    package static let transformInput = Structure(
        "TransformInput",
        [
            .init("DataSource", .structure(transformDataSource), isRequired: true),
            .init("ContentType", .text(TextConstraint(0...256, .regular(#".*"#)))),
            .init("CompressionType", .text(TextConstraint(values: ["None", "Gzip"]))),
            .init("SplitType", .text(TextConstraint(values: ["None", "Line", "RecordIO", "TFRecord"]))),
        ])

    package static let transformOutput = Structure(
        "TransformOutput",
        [
            .init(
                "S3OutputPath", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))),
                isRequired: true),
            .init("Accept", .text(TextConstraint(0...256, .regular(#".*"#)))),
            .init("AssembleWith", .text(TextConstraint(values: ["None", "Line"]))),
            .init("KmsKeyId", .text(TextConstraint(0...2048, .regular(#"[a-zA-Z0-9:/_-]*"#)))),
        ])

    package static let transformResources = Structure(
        "TransformResources",
        [
            .init(
                "InstanceType", .text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#))), isRequired: true),
            .init("InstanceCount", .number(isWhole: true, 1...Double.infinity), isRequired: true),
            .init("VolumeKmsKeyId", .text(TextConstraint(0...2048, .regular(#"[a-zA-Z0-9:/_-]*"#)))),
            .init("TransformAmiVersion", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*"#)))),
        ])

    package static let transformJobDefinition = Structure(
        "TransformJobDefinition",
        [
            .init("MaxConcurrentTransforms", .number(isWhole: true, 0...Double.infinity)),
            .init("MaxPayloadInMB", .number(isWhole: true, 0...Double.infinity)),
            .init("BatchStrategy", .text(TextConstraint(values: ["MultiRecord", "SingleRecord"]))),
            .init(
                "Environment",
                .map(
                    key: TextConstraint(0...1024, .regular(#"[a-zA-Z_][a-zA-Z0-9_]{0,1023}"#)),
                    value: TextConstraint(0...10240), count: 0...16)),
            .init("TransformInput", .structure(transformInput), isRequired: true),
            .init("TransformOutput", .structure(transformOutput), isRequired: true),
            .init("TransformResources", .structure(transformResources), isRequired: true),
        ])

    package static let modelPackageValidationProfile = Structure(
        "ModelPackageValidationProfile",
        [
            .init(
                "ProfileName", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#))),
                isRequired: true),
            .init("TransformJobDefinition", .structure(transformJobDefinition), isRequired: true),
        ])

    package static let modelPackageValidationSpecification = Structure(
        "ModelPackageValidationSpecification",
        [
            .init(
                "ValidationRole",
                .text(
                    TextConstraint(20...2048, .regular(#"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+"#))),
                isRequired: true),
            .init(
                "ValidationProfiles", .list(.structure(modelPackageValidationProfile), count: 0...1), isRequired: true),
        ])

    package static let sourceAlgorithm = Structure(
        "SourceAlgorithm",
        [
            .init("ModelDataUrl", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init("ModelDataSource", .structure(modelDataSource)),
            .init("ModelDataETag", .text(TextConstraint())),
            .init(
                "AlgorithmName",
                .text(
                    TextConstraint(
                        1...170,
                        .regular(
                            #"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)"#
                        ))), isRequired: true),
        ])

    package static let sourceAlgorithmSpecification = Structure(
        "SourceAlgorithmSpecification",
        [
            .init("SourceAlgorithms", .list(.structure(sourceAlgorithm), count: 1...1), isRequired: true)
        ])

    package static let metadataProperties = Structure(
        "MetadataProperties",
        [
            .init("CommitId", .text(TextConstraint(0...1024, .regular(#".*"#)))),
            .init("Repository", .text(TextConstraint(0...1024, .regular(#".*"#)))),
            .init("GeneratedBy", .text(TextConstraint(0...1024, .regular(#".*"#)))),
            .init("ProjectId", .text(TextConstraint(0...1024, .regular(#".*"#)))),
        ])

    package static let metricsSource = Structure(
        "MetricsSource",
        [
            .init("ContentType", .text(TextConstraint(0...256, .regular(#".*"#))), isRequired: true),
            .init("ContentDigest", .text(TextConstraint(0...72, .regular(#"[Ss][Hh][Aa]256:[0-9a-fA-F]{64}"#)))),
            .init("S3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))), isRequired: true),
        ])

    package static let modelQuality = Structure(
        "ModelQuality",
        [
            .init("Statistics", .structure(metricsSource)),
            .init("Constraints", .structure(metricsSource)),
        ])

    package static let modelDataQuality = Structure(
        "ModelDataQuality",
        [
            .init("Statistics", .structure(metricsSource)),
            .init("Constraints", .structure(metricsSource)),
        ])

    package static let bias = Structure(
        "Bias",
        [
            .init("Report", .structure(metricsSource)),
            .init("PreTrainingReport", .structure(metricsSource)),
            .init("PostTrainingReport", .structure(metricsSource)),
        ])

    package static let explainability = Structure(
        "Explainability",
        [
            .init("Report", .structure(metricsSource))
        ])

    package static let modelMetrics = Structure(
        "ModelMetrics",
        [
            .init("ModelQuality", .structure(modelQuality)),
            .init("ModelDataQuality", .structure(modelDataQuality)),
            .init("Bias", .structure(bias)),
            .init("Explainability", .structure(explainability)),
        ])

    package static let fileSource = Structure(
        "FileSource",
        [
            .init("ContentType", .text(TextConstraint(0...256, .regular(#".*"#)))),
            .init("ContentDigest", .text(TextConstraint(0...72, .regular(#"[Ss][Hh][Aa]256:[0-9a-fA-F]{64}"#)))),
            .init("S3Uri", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#))), isRequired: true),
        ])

    package static let driftCheckBias = Structure(
        "DriftCheckBias",
        [
            .init("ConfigFile", .structure(fileSource)),
            .init("PreTrainingConstraints", .structure(metricsSource)),
            .init("PostTrainingConstraints", .structure(metricsSource)),
        ])

    package static let driftCheckExplainability = Structure(
        "DriftCheckExplainability",
        [
            .init("Constraints", .structure(metricsSource)),
            .init("ConfigFile", .structure(fileSource)),
        ])

    package static let driftCheckModelQuality = Structure(
        "DriftCheckModelQuality",
        [
            .init("Statistics", .structure(metricsSource)),
            .init("Constraints", .structure(metricsSource)),
        ])

    package static let driftCheckModelDataQuality = Structure(
        "DriftCheckModelDataQuality",
        [
            .init("Statistics", .structure(metricsSource)),
            .init("Constraints", .structure(metricsSource)),
        ])

    package static let driftCheckBaselines = Structure(
        "DriftCheckBaselines",
        [
            .init("Bias", .structure(driftCheckBias)),
            .init("Explainability", .structure(driftCheckExplainability)),
            .init("ModelQuality", .structure(driftCheckModelQuality)),
            .init("ModelDataQuality", .structure(driftCheckModelDataQuality)),
        ])

    package static let additionalInferenceSpecificationDefinition = Structure(
        "AdditionalInferenceSpecificationDefinition",
        [
            .init(
                "Name", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#))), isRequired: true),
            .init("Description", .text(TextConstraint(0...1024, .regular(#"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*"#)))),
            .init("Containers", .list(.structure(modelPackageContainerDefinition), count: 1...15), isRequired: true),
            .init(
                "SupportedTransformInstanceTypes",
                .list(.text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#))), count: 1...Int.max)),
            .init(
                "SupportedRealtimeInferenceInstanceTypes",
                .list(.text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#))), count: 0...Int.max)),
            .init("SupportedContentTypes", .list(.text(TextConstraint(0...256, .regular(#".*"#))), count: 0...Int.max)),
            .init(
                "SupportedResponseMIMETypes",
                .list(.text(TextConstraint(0...1024, .regular(#"[-\w]+\/.+"#))), count: 0...Int.max)),
        ])

    package static let modelPackageSecurityConfig = Structure(
        "ModelPackageSecurityConfig",
        [
            .init("KmsKeyId", .text(TextConstraint(0...2048, .regular(#"[a-zA-Z0-9:/_-]*"#))), isRequired: true)
        ])

    package static let modelPackageModelCard = Structure(
        "ModelPackageModelCard",
        [
            .init("ModelCardContent", .text(TextConstraint(0...100000, .regular(#".*"#)))),
            .init(
                "ModelCardStatus", .text(TextConstraint(values: ["Draft", "PendingReview", "Approved", "Archived"]))),
        ])

    package static let modelLifeCycle = Structure(
        "ModelLifeCycle",
        [
            .init(
                "Stage", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#))), isRequired: true
            ),
            .init(
                "StageStatus", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#))),
                isRequired: true),
            .init("StageDescription", .text(TextConstraint(0...1024, .regular(#".{0,1024}"#)))),
        ])

    package static let createModelPackageInput = Structure(
        "CreateModelPackageInput",
        [
            .init("ModelPackageName", .text(TextConstraint(1...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init(
                "ModelPackageGroupName",
                .text(
                    TextConstraint(
                        1...170,
                        .regular(
                            #"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)"#
                        )))),
            .init(
                "ModelPackageDescription",
                .text(TextConstraint(0...1024, .regular(#"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*"#)))),
            .init("ModelPackageRegistrationType", .text(TextConstraint(values: ["Logged", "Registered"]))),
            .init("InferenceSpecification", .structure(inferenceSpecification)),
            .init("ValidationSpecification", .structure(modelPackageValidationSpecification)),
            .init("SourceAlgorithmSpecification", .structure(sourceAlgorithmSpecification)),
            .init("CertifyForMarketplace", .boolean),
            .init("Tags", .list(.structure(tag), count: 0...50)),
            .init(
                "ModelApprovalStatus", .text(TextConstraint(values: ["Approved", "Rejected", "PendingManualApproval"]))),
            .init("MetadataProperties", .structure(metadataProperties)),
            .init("ModelMetrics", .structure(modelMetrics)),
            .init("ClientToken", .text(TextConstraint(1...36, .regular(#"[a-zA-Z0-9-]+"#)))),
            .init("Domain", .text(TextConstraint())),
            .init("Task", .text(TextConstraint())),
            .init("SamplePayloadUrl", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init(
                "CustomerMetadataProperties",
                .map(
                    key: TextConstraint(1...128, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#)),
                    value: TextConstraint(1...256, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#)), count: 1...50)),
            .init("DriftCheckBaselines", .structure(driftCheckBaselines)),
            .init(
                "AdditionalInferenceSpecifications",
                .list(.structure(additionalInferenceSpecificationDefinition), count: 1...15)),
            .init("SkipModelValidation", .text(TextConstraint(values: ["All", "None"]))),
            .init("SourceUri", .text(TextConstraint(0...1024, .regular(#"[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}"#)))),
            .init("SecurityConfig", .structure(modelPackageSecurityConfig)),
            .init("ModelCard", .structure(modelPackageModelCard)),
            .init("ModelLifeCycle", .structure(modelLifeCycle)),
            .init("ManagedStorageType", .text(TextConstraint(values: ["Restricted"]))),
        ])
}
