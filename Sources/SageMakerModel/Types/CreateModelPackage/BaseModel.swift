// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Identifies the foundation model that was used as the starting point for model customization.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BaseModel.html
public struct BaseModel: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.baseModel
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(hubContentName: String? = nil, hubContentVersion: String? = nil, recipeName: String? = nil) {
        members = []
        self.hubContentName = hubContentName
        self.hubContentVersion = hubContentVersion
        self.recipeName = recipeName
    }

    /// `HubContentName`: The hub content name of the base model; at most 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var hubContentName: String? {
        get { self["HubContentName"] }
        set { self["HubContentName"] = newValue }
    }

    /// `HubContentVersion`: The hub content version of the base model; 5 to 14 characters, `\d{1,4}.\d{1,4}.\d{1,4}`.
    public var hubContentVersion: String? {
        get { self["HubContentVersion"] }
        set { self["HubContentVersion"] = newValue }
    }

    /// `RecipeName`: The recipe name of the base model; at most 255 characters.
    public var recipeName: String? {
        get { self["RecipeName"] }
        set { self["RecipeName"] = newValue }
    }
}
