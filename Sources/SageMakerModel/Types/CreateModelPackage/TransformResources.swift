// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Identifies the ML compute instances for the transform job.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformResources.html
public struct TransformResources: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.transformResources
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        instanceType: String, instanceCount: Int, volumeKMSKeyID: String? = nil, transformAMIVersion: String? = nil
    ) {
        members = []
        self.instanceType = instanceType
        self.instanceCount = instanceCount
        self.volumeKMSKeyID = volumeKMSKeyID
        self.transformAMIVersion = transformAMIVersion
    }

    /// `InstanceType`, required: The ML compute instance type for the transform job.
    public var instanceType: String {
        get { self[required: "InstanceType"] }
        set { self[required: "InstanceType"] = newValue }
    }

    /// `InstanceCount`, required: The number of ML compute instances to use in the transform job; 1 or more.
    public var instanceCount: Int {
        get { self[required: "InstanceCount"] }
        set { self[required: "InstanceCount"] = newValue }
    }

    /// `VolumeKmsKeyId`: The Amazon Web Services Key Management Service (Amazon Web Services KMS) key that Amazon
    /// SageMaker uses to encrypt model data on the storage volume attached to the ML compute instance(s) that run the
    /// batch transform job; at most 2048 characters, `[a-zA-Z0-9:/_-]*`.
    public var volumeKMSKeyID: String? {
        get { self["VolumeKmsKeyId"] }
        set { self["VolumeKmsKeyId"] = newValue }
    }

    /// `TransformAmiVersion`: Specifies an option from a collection of preconfigured Amazon Machine Image (AMI)
    /// images; 1 to 63 characters, `[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*`.
    public var transformAMIVersion: String? {
        get { self["TransformAmiVersion"] }
        set { self["TransformAmiVersion"] = newValue }
    }
}
