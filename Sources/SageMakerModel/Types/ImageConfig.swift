public import ModelArtifacts

/// Whether the image is in Amazon ECR or in a registry in a VPC.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ImageConfig.html
public struct ImageConfig: RequestStructure {
    /// `RepositoryAccessMode`, required: where the registry is.
    public var repositoryAccessMode: RepositoryAccessMode
    /// `RepositoryAuthConfig`: how to log in; only with `Vpc`.
    public var repositoryAuthConfig: RepositoryAuthConfig?
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(repositoryAccessMode: RepositoryAccessMode, repositoryAuthConfig: RepositoryAuthConfig? = nil) {
        self.repositoryAccessMode = repositoryAccessMode
        self.repositoryAuthConfig = repositoryAuthConfig
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        repositoryAccessMode = try members.required("RepositoryAccessMode")
        repositoryAuthConfig = try members.optional("RepositoryAuthConfig")
    }

    public func write(to members: inout StructureWriter) {
        members.write("RepositoryAccessMode", repositoryAccessMode)
        members.write("RepositoryAuthConfig", repositoryAuthConfig)
    }
}
