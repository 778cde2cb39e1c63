import ModelArtifacts

/// How AWS Controllers for Kubernetes spell the names of the API: the first word is in small letters, and acronyms are in capitals:
/// `s3URI`, `executionRoleARN`, `securityGroupIDs`, `volumeKMSKeyID`.
///
/// Source: the custom resource definitions of sagemaker-controller 1.9.1, with which a test compares them
/// (https://github.com/aws-controllers-k8s/sagemaker-controller, `config/crd/bases`)
enum KubernetesNames {
    /// Words that are written in capitals where they do not come first.
    private static let acronyms: [String: String] = [
        "Arn": "ARN", "Url": "URL", "Uri": "URI", "Id": "ID", "Ids": "IDs", "Kms": "KMS", "Ami": "AMI", "Cpu": "CPU",
    ]

    /// The name of a member of the API.
    static func name(of member: ByteString) -> ByteString {
        var words: [String] = []
        for character in member.string ?? "" {
            if character.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
        }
        guard let first = words.first else { return member }
        return ByteString(first.lowercased() + words.dropFirst().map { acronyms[$0] ?? $0 }.joined())
    }
}
