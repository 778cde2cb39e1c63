public import ModelArtifacts

/// Who provides the credentials for a private registry.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RepositoryAuthConfig.html
public struct RepositoryAuthConfig: RequestStructure {
    /// `RepositoryCredentialsProviderArn`, required: the ARN of a Lambda function; 1 to 2,048 characters.
    public var repositoryCredentialsProviderARN: String
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(repositoryCredentialsProviderARN: String) {
        self.repositoryCredentialsProviderARN = repositoryCredentialsProviderARN
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        repositoryCredentialsProviderARN = try members.required("RepositoryCredentialsProviderArn")
    }

    public func write(to members: inout StructureWriter) {
        members.write("RepositoryCredentialsProviderArn", repositoryCredentialsProviderARN)
    }
}
