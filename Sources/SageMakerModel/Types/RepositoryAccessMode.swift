/// Where the registry of an image is.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ImageConfig.html
public enum RepositoryAccessMode: String, Hashable, Sendable, CaseIterable {
    /// In Amazon ECR.
    case platform = "Platform"
    /// In a private registry in the VPC.
    case vpc = "Vpc"
}
