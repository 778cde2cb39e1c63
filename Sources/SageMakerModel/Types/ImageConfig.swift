public import ModelArtifacts

/// Whether the image is in Amazon ECR or in a registry in a VPC.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ImageConfig.html
public struct ImageConfig: RequestStructure {
    /// `RepositoryAccessMode`, required: where the registry is.
    public var repositoryAccessMode: RepositoryAccessMode
    /// `RepositoryAuthConfig`: how to log in; only with `Vpc`.
    public var repositoryAuthConfig: RepositoryAuthConfig?
    /// Members that the service model does not know, in their order.
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(repositoryAccessMode: RepositoryAccessMode, repositoryAuthConfig: RepositoryAuthConfig? = nil) {
        self.repositoryAccessMode = repositoryAccessMode
        self.repositoryAuthConfig = repositoryAuthConfig
    }

    /// Takes the members that it knows.
    public init(reading members: inout StructureReader) throws(ArtifactError) {
        repositoryAccessMode = try members.required("RepositoryAccessMode")
        repositoryAuthConfig = try members.optional("RepositoryAuthConfig")
    }

    /// Gives the members that are not nil, in the API's order.
    public func write(to members: inout StructureWriter) {
        members.write("RepositoryAccessMode", repositoryAccessMode)
        members.write("RepositoryAuthConfig", repositoryAuthConfig)
    }
}
