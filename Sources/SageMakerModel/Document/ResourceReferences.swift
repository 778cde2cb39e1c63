import ModelArtifacts

/// What references to the resources of a CloudFormation template give, so far as the types of the resources tell it.
///
/// Source: the section "Return values" of the page of each type, below
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
struct ResourceReferences {
    /// By `ID` what is known of what `Ref` gives, and by `ID.ATTRIBUTE` of what `Fn::GetAtt` does.
    private(set) var known: [ByteString: KnownText] = [:]
    /// The resources of which `Ref` gives the name alone, in which there is no colon; and `ID.ATTRIBUTE` where `Fn::GetAtt` gives
    /// another name or an identifier.
    private var named: Set<ByteString> = []

    /// A type of resource.
    private struct Kind {
        /// What is known of what `Ref` gives, as pieces.
        var reference: [ByteString?] = []
        /// What is known of attributes, as pieces.
        var attributes: [ByteString: [ByteString?]] = [:]
        /// Whether `Ref` gives the name.
        var isNamed = false
        /// The attributes that are names or identifiers.
        var names: [ByteString] = []
    }

    private static let kinds: [ByteString: Kind] = [
        "AWS::EC2::SecurityGroup": Kind(reference: ["sg-", nil], attributes: ["GroupId": ["sg-", nil]]),
        "AWS::EC2::Subnet": Kind(reference: ["subnet-", nil], attributes: ["SubnetId": ["subnet-", nil]]),
        "AWS::EC2::VPC": Kind(reference: ["vpc-", nil]),
        "AWS::ECR::Repository": Kind(
            attributes: ["Arn": ["arn:", nil, ":ecr:", nil, ":repository/", nil]], isNamed: true),
        "AWS::IAM::Role": Kind(
            attributes: ["Arn": ["arn:", nil, ":iam::", nil, ":role/", nil]], isNamed: true, names: ["RoleId"]),
        "AWS::S3::Bucket": Kind(
            attributes: ["Arn": ["arn:", nil, ":s3:::", nil]], isNamed: true,
            names: ["DomainName", "DualStackDomainName", "RegionalDomainName"]),
        "AWS::SecretsManager::Secret": Kind(reference: ["arn:", nil]),
    ]

    /// - Parameter resources: the section `Resources`; nil if there is none.
    init(_ resources: JSONNode?) {
        for resource in resources?.members ?? [] {
            guard let type = RequestValue(resource.value)["Type"]?.text, let kind = Self.kinds[type] else { continue }
            if kind.isNamed { named.insert(resource.name) }
            named.formUnion(kind.names.map { resource.name + "." + $0 })
            if !kind.reference.isEmpty { known[resource.name] = KnownText(kind.reference) }
            for (attribute, pieces) in kind.attributes {
                known[resource.name + "." + attribute] = KnownText(pieces)
            }
        }
    }

    /// What is known of what an argument of `Fn::GetAtt` gives.
    func attribute(_ argument: JSONNode) -> KnownText {
        Self.name(ofAttribute: argument).flatMap { known[$0] } ?? .nothing
    }

    /// `ID.ATTRIBUTE` of an argument of `Fn::GetAtt`; nil if a function makes it.
    private static func name(ofAttribute argument: JSONNode) -> ByteString? {
        switch argument.content {
        case .string(let name): return name
        case .array(let parts):
            guard parts.count == 2, case .string(let resource) = parts[0].content,
                case .string(let attribute) = parts[1].content
            else { return nil }
            return resource + "." + attribute
        default: return nil
        }
    }

    /// Whether the text that a function gives begins with the name of a resource.
    func beginWithName(_ call: JSONNode.Member) -> Bool {
        switch (call.name, call.value.content) {
        case ("Ref", .string(let name)): return named.contains(name)
        case ("Fn::GetAtt", _): return Self.name(ofAttribute: call.value).map(named.contains) ?? false
        case ("Fn::Sub", .string(let text)): return Self.firstName(in: text).map(named.contains) ?? false
        case ("Fn::Sub", .array(let parts)):
            guard parts.count == 2, case .string(let text) = parts[0].content, let name = Self.firstName(in: text)
            else { return false }
            // What stands beside the text counts before a resource of that name.
            guard let value = parts[1][name] else { return named.contains(name) }
            return CloudFormationFunctions.call(in: value).map(beginWithName) ?? false
        case ("Fn::Join", .array(let parts)):
            guard parts.count == 2, case .array(let elements) = parts[1].content else { return false }
            return elements.first.flatMap(CloudFormationFunctions.call).map(beginWithName) ?? false
        default: return false
        }
    }

    /// The name that a text of `Fn::Sub` begins with a reference to: `${Name}/model.tar.gz`.
    private static func firstName(in text: ByteString) -> ByteString? {
        guard text.hasPrefix("${"), let end = text.bytes.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        return ByteString(Array(text.bytes[2..<end]))
    }
}
