// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// (Optional) Specifies an authentication configuration for the private docker registry where your model image is
/// hosted.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RepositoryAuthConfig.html
public struct RepositoryAuthConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.repositoryAuthConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(repositoryCredentialsProviderARN: String) {
        members = []
        self.repositoryCredentialsProviderARN = repositoryCredentialsProviderARN
    }

    /// `RepositoryCredentialsProviderArn`, required: The Amazon Resource Name (ARN) of an Amazon Web Services Lambda
    /// function that provides credentials to authenticate to the private Docker registry where your model image is
    /// hosted; 1 to 2048 characters, `.*`.
    public var repositoryCredentialsProviderARN: String {
        get { self[required: "RepositoryCredentialsProviderArn"] }
        set { self[required: "RepositoryCredentialsProviderArn"] = newValue }
    }
}
