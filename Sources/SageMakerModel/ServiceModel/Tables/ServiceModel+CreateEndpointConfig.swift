import ModelArtifacts

// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What is read of the variants in a request of CreateEndpointConfig.
extension ServiceModel {
    package static let productionVariant = Structure(
        "ProductionVariant",
        [
            .init("VolumeSizeInGB", .number(isWhole: true, 1...512)),
            .init("ModelDataDownloadTimeoutInSeconds", .number(isWhole: true, 60...3600)),
            .init("ContainerStartupHealthCheckTimeoutInSeconds", .number(isWhole: true, 60...3600)),
        ])
}
