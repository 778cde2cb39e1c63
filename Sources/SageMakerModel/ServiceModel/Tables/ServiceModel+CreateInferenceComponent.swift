import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What the request of CreateInferenceComponent holds.
extension ServiceModel {
    package static let inferenceComponentContainerSpecification = Structure(
        "InferenceComponentContainerSpecification",
        [
            .init("Image", .text(TextConstraint(0...255, .regular(#"[\S]+"#)))),
            .init("ArtifactUrl", .text(TextConstraint(0...1024, .regular(#"(https|s3)://([^/]+)/?(.*)"#)))),
            .init(
                "Environment",
                .map(
                    key: TextConstraint(0...1024, in: .bytes, .regular(#"[a-zA-Z_][a-zA-Z0-9_]*"#)),
                    value: TextConstraint(0...1024, in: .bytes), count: 0...100)),
        ])

    package static let inferenceComponentStartupParameters = Structure(
        "InferenceComponentStartupParameters",
        [
            .init("ModelDataDownloadTimeoutInSeconds", .number(isWhole: true, 60...3600)),
            .init("ContainerStartupHealthCheckTimeoutInSeconds", .number(isWhole: true, 60...3600)),
        ])

    package static let inferenceComponentComputeResourceRequirements = Structure(
        "InferenceComponentComputeResourceRequirements",
        [
            .init("NumberOfCpuCoresRequired", .number(isWhole: false, 0.25...Double.infinity)),
            .init("NumberOfAcceleratorDevicesRequired", .number(isWhole: false, 1...Double.infinity)),
            .init("MinMemoryRequiredInMb", .number(isWhole: true, 128...Double.infinity), isRequired: true),
            .init("MaxMemoryRequiredInMb", .number(isWhole: true, 128...Double.infinity)),
        ])

    package static let inferenceComponentDataCacheConfig = Structure(
        "InferenceComponentDataCacheConfig",
        [
            .init("EnableCaching", .boolean, isRequired: true)
        ])

    package static let inferenceComponentAvailabilityZoneBalance = Structure(
        "InferenceComponentAvailabilityZoneBalance",
        [
            .init("EnforcementMode", .text(TextConstraint(values: ["PERMISSIVE"])), isRequired: true),
            .init("MaxImbalance", .number(isWhole: true, 0...100)),
        ])

    package static let inferenceComponentSchedulingConfig = Structure(
        "InferenceComponentSchedulingConfig",
        [
            .init("PlacementStrategy", .text(TextConstraint(values: ["SPREAD", "BINPACK"])), isRequired: true),
            .init("AvailabilityZoneBalance", .structure(inferenceComponentAvailabilityZoneBalance)),
        ])

    package static let inferenceComponentSpecification = Structure(
        "InferenceComponentSpecification",
        [
            .init("InstanceType", .text(TextConstraint(nil, .regular(#"ml\.[a-z0-9-]+\.[a-z0-9-]+"#)))),
            .init("ModelName", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"#)))),
            .init("Container", .structure(inferenceComponentContainerSpecification)),
            .init("StartupParameters", .structure(inferenceComponentStartupParameters)),
            .init("ComputeResourceRequirements", .structure(inferenceComponentComputeResourceRequirements)),
            .init(
                "BaseInferenceComponentName",
                .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"#)))),
            .init("DataCacheConfig", .structure(inferenceComponentDataCacheConfig)),
            .init("SchedulingConfig", .structure(inferenceComponentSchedulingConfig)),
        ])

    package static let inferenceComponentRuntimeConfig = Structure(
        "InferenceComponentRuntimeConfig",
        [
            .init("CopyCount", .number(isWhole: true, 0...Double.infinity), isRequired: true)
        ])

    package static let createInferenceComponentInput = Structure(
        "CreateInferenceComponentInput",
        [
            .init(
                "InferenceComponentName",
                .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"#))), isRequired: true),
            .init(
                "EndpointName", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#))),
                isRequired: true),
            .init("VariantName", .text(TextConstraint(0...63, .regular(#"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#)))),
            .init("Specification", .structure(inferenceComponentSpecification)),
            .init("Specifications", .list(.structure(inferenceComponentSpecification), count: 1...5)),
            .init("RuntimeConfig", .structure(inferenceComponentRuntimeConfig)),
            .init("Tags", .list(.structure(tag), count: 0...50)),
        ])
}
