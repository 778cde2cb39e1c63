extension ServiceModel {
    /// The `spec` of a `Model` of AWS Controllers for Kubernetes.
    ///
    /// Source of all three: the custom resource definitions of sagemaker-controller 1.9.1, which
    /// `testdata/schemas/ack-sagemaker.json` has the names of.
    static let kubernetesModel = request.reduced(
        lacking: [
            "ContainerDefinition.AdditionalModelDataSources", "S3ModelDataSource.HubAccessConfig",
            "S3ModelDataSource.ManifestS3Uri", "S3ModelDataSource.ETag", "S3ModelDataSource.ManifestEtag",
        ])

    /// The `spec` of a `ModelPackage`.
    static let kubernetesModelPackage = createModelPackageInput.reduced(
        lacking: [
            "CreateModelPackageInput.ModelPackageRegistrationType", "CreateModelPackageInput.SourceUri",
            "CreateModelPackageInput.SecurityConfig", "CreateModelPackageInput.ModelCard",
            "CreateModelPackageInput.ModelLifeCycle", "CreateModelPackageInput.ManagedStorageType",
            "ModelPackageContainerDefinition.ModelDataSource",
            "ModelPackageContainerDefinition.AdditionalModelDataSources",
            "ModelPackageContainerDefinition.ModelDataETag", "ModelPackageContainerDefinition.IsCheckpoint",
            "ModelPackageContainerDefinition.BaseModel", "AdditionalS3DataSource.ETag",
            "SourceAlgorithm.ModelDataSource", "SourceAlgorithm.ModelDataETag",
        ],
        extra: ["CreateModelPackageInput.ApprovalDescription"])

    /// The `spec` of an `InferenceComponent`.
    static let kubernetesInferenceComponent = createInferenceComponentInput.reduced(
        lacking: [
            "CreateInferenceComponentInput.Specifications", "InferenceComponentSpecification.InstanceType",
            "InferenceComponentSpecification.BaseInferenceComponentName",
            "InferenceComponentSpecification.DataCacheConfig", "InferenceComponentSpecification.SchedulingConfig",
        ],
        required: ["CreateInferenceComponentInput.Specification"])
}
