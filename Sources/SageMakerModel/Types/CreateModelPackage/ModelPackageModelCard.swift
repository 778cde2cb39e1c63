// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The model card associated with the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageModelCard.html
public struct ModelPackageModelCard: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelPackageModelCard
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(modelCardContent: String? = nil, modelCardStatus: ModelCardStatus? = nil) {
        members = []
        self.modelCardContent = modelCardContent
        self.modelCardStatus = modelCardStatus
    }

    /// `ModelCardContent`: The content of the model card; at most 100000 characters, `.*`.
    public var modelCardContent: String? {
        get { self["ModelCardContent"] }
        set { self["ModelCardContent"] = newValue }
    }

    /// `ModelCardStatus`: The approval status of the model card within your organization.
    public var modelCardStatus: ModelCardStatus? {
        get { self["ModelCardStatus"] }
        set { self["ModelCardStatus"] = newValue }
    }
}
