import ModelArtifacts

/// A provider of Terraform that makes models: what it calls their members, and how its plans write what is not given.
enum TerraformProvider: Sendable {
    /// `hashicorp/aws`, whose resources are written by hand: blocks are arrays, and what is not given may be an empty value.
    case aws
    /// `hashicorp/awscc`, whose resources are made from the schemas of CloudFormation: objects are objects, and what is not given
    /// is null.
    case cloudControl

    /// What it calls a member of a structure of the API.
    func name(of member: ByteString, in structure: Structure) -> ByteString {
        switch self {
        case .aws: TerraformValues.name(of: member, in: structure)
        case .cloudControl: Self.attribute(member)
        }
    }

    /// How it spells the names of members.
    var names: NameStyle {
        switch self {
        case .aws: .snakeCase
        case .cloudControl: .cloudControl
        }
    }

    /// The resource of an operation that a type of this provider stands for, with what it has fields for; nil if it is none.
    static func resource(_ type: ByteString, of operation: Operation) -> (provider: TerraformProvider, Structure)? {
        if let resource = operation.terraform, resource.type == type { return (.aws, resource.structure) }
        guard let resource = operation.cloudFormation, resourceType(of: resource.type) == type else { return nil }
        return (.cloudControl, resource.structure)
    }

    /// `awscc_sagemaker_model_package` for `AWS::SageMaker::ModelPackage`.
    private static func resourceType(of resource: ByteString) -> ByteString {
        "awscc_sagemaker_" + attribute(ByteString(Array(resource.bytes.dropFirst("AWS::SageMaker::".utf8.count))))
    }

    /// The name of a property of CloudFormation as an attribute: `s3_data_source`, `supported_response_mime_types`. A word begins
    /// with a capital behind a small letter or a digit, with the last of several capitals before a small letter, and with a digit
    /// behind a small letter.
    ///
    /// Source: https://github.com/hashicorp/terraform-provider-awscc, `internal/naming/naming.go`
    static func attribute(_ property: ByteString) -> ByteString {
        var name: [UInt8] = []
        let isSmall = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        for (index, byte) in property.bytes.enumerated() {
            if index > 0 {
                let last = property.bytes[index - 1]
                let next = index + 1 < property.count ? property.bytes[index + 1] : 0
                let beginsWord =
                    isCapital(byte)
                    ? !isCapital(last) || isSmall(next) : isSmall(last) != isSmall(byte) && !isCapital(last)
                if beginsWord { name.append(UInt8(ascii: "_")) }
            }
            name.append(isCapital(byte) ? byte | 0x20 : byte)
        }
        return ByteString(name)
    }
}
