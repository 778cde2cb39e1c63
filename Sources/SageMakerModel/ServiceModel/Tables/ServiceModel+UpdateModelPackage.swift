import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What the request of UpdateModelPackage holds.
extension ServiceModel {
    package static let updateModelPackageInput = Structure(
        "UpdateModelPackageInput",
        [
            .init(
                "ModelPackageArn",
                .text(
                    TextConstraint(
                        1...2048,
                        .regular(#"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package/[\S]{1,2048}"#))),
                isRequired: true),
            .init(
                "ModelApprovalStatus", .text(TextConstraint(values: ["Approved", "Rejected", "PendingManualApproval"]))),
            .init("ModelPackageRegistrationType", .text(TextConstraint(values: ["Logged", "Registered"]))),
            .init("ApprovalDescription", .text(TextConstraint(0...1024, .regular(#".*"#)))),
            .init(
                "CustomerMetadataProperties",
                .map(
                    key: TextConstraint(1...128, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#)),
                    value: TextConstraint(1...256, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#)), count: 1...50)),
            .init(
                "CustomerMetadataPropertiesToRemove",
                .list(.text(TextConstraint(1...128, .regular(#"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#))), count: 0...Int.max)),
            .init(
                "AdditionalInferenceSpecificationsToAdd",
                .list(.structure(additionalInferenceSpecificationDefinition), count: 1...15)),
            .init("InferenceSpecification", .structure(inferenceSpecification)),
            .init("SourceUri", .text(TextConstraint(0...1024, .regular(#"[\p{L}\p{M}\p{Z}\p{N}\p{P}]{0,1024}"#)))),
            .init("ModelCard", .structure(modelPackageModelCard)),
            .init("ModelLifeCycle", .structure(modelLifeCycle)),
            .init("ClientToken", .text(TextConstraint(1...36, .regular(#"[a-zA-Z0-9-]+"#)))),
        ])
}
