// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies whether the model container is in Amazon ECR or a private Docker registry accessible from your Amazon
/// Virtual Private Cloud (VPC).
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ImageConfig.html
public struct ImageConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.imageConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(repositoryAccessMode: RepositoryAccessMode, repositoryAuthConfig: RepositoryAuthConfig? = nil) {
        members = []
        self.repositoryAccessMode = repositoryAccessMode
        self.repositoryAuthConfig = repositoryAuthConfig
    }

    /// `RepositoryAccessMode`, required: Set this to one of the following values: `Platform` - The model image is
    /// hosted in Amazon ECR. `Vpc` - The model image is hosted in a private Docker registry in your VPC.
    public var repositoryAccessMode: RepositoryAccessMode {
        get { self[required: "RepositoryAccessMode"] }
        set { self[required: "RepositoryAccessMode"] = newValue }
    }

    /// `RepositoryAuthConfig`: (Optional) Specifies an authentication configuration for the private docker registry
    /// where your model image is hosted.
    public var repositoryAuthConfig: RepositoryAuthConfig? {
        get { self["RepositoryAuthConfig"] }
        set { self["RepositoryAuthConfig"] = newValue }
    }
}
