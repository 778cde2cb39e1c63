import ModelArtifacts

/// How a document spells the names of members.
enum NameStyle: Sendable {
    /// As the API does.
    case api
    /// As Terraform does: `s3_uri`.
    case snakeCase
    /// As Terraform's provider of the Cloud Control API does: `supported_response_mime_types`.
    case cloudControl
    /// As CloudTrail does: `s3Uri`.
    case camelCase
    /// As AWS Controllers for Kubernetes do: `s3URI`.
    case kubernetes

    /// The name of a member of the API as the document would spell it.
    func spelled(_ name: ByteString) -> ByteString {
        switch self {
        case .api: return name
        case .snakeCase: return TerraformValues.name(of: name)
        case .cloudControl: return TerraformProvider.attribute(name)
        case .kubernetes: return KubernetesNames.name(of: name)
        case .camelCase:
            guard let first = name.bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
                return name
            }
            return ByteString([first | 0x20] + name.bytes.dropFirst())
        }
    }
}
