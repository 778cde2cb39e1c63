import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What is read of the variants in a request of CreateEndpointConfig.
extension ServiceModel {
    package static let productionVariantServerlessConfig = Structure(
        "ProductionVariantServerlessConfig",
        [
            .init("MemorySizeInMB", .number(isWhole: true, 1024...6144), isRequired: true),
            .init("MaxConcurrency", .number(isWhole: true, 1...200), isRequired: true),
            .init("ProvisionedConcurrency", .number(isWhole: true, 1...200)),
        ])

    package static let productionVariant = Structure(
        "ProductionVariant",
        [
            .init("ServerlessConfig", .structure(productionVariantServerlessConfig)),
            .init("VolumeSizeInGB", .number(isWhole: true, 1...512)),
            .init("ModelDataDownloadTimeoutInSeconds", .number(isWhole: true, 60...3600)),
            .init("ContainerStartupHealthCheckTimeoutInSeconds", .number(isWhole: true, 60...3600)),
        ])
}
