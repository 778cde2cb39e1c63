// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The KMS Key ID (`KMSKeyId`) used for encryption of model package information.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageSecurityConfig.html
public struct ModelPackageSecurityConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelPackageSecurityConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(kmsKeyID: String) {
        members = []
        self.kmsKeyID = kmsKeyID
    }

    /// `KmsKeyId`, required: The KMS Key ID (`KMSKeyId`) used for encryption of model package information; at most
    /// 2048 characters, `[a-zA-Z0-9:/_-]*`.
    public var kmsKeyID: String {
        get { self[required: "KmsKeyId"] }
        set { self[required: "KmsKeyId"] = newValue }
    }
}
