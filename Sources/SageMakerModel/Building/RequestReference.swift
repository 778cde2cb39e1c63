package import ModelArtifacts

/// A reference that stands in a request where a value would: to a resource or a parameter of a template, or an expression of
/// Terraform.
package struct RequestReference: Sendable {
    /// The name under which an expression of Terraform stands in a request.
    static let terraformName = "Terraform::Expression"

    /// The names that lead to the member, `PrimaryContainer`, `Image` for example.
    package let names: [String]
    /// What is written there.
    package let value: JSONValue
    /// What is known of the value that it stands for.
    private let known: JSONNode.Content

    /// Reads `MEMBER=EXPRESSION` for a form.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` for what is no member of a request, no expression, or a form without any.
    package init(_ argument: ByteString, for format: RequestFormat) throws(ArtifactError) {
        func fault(_ message: String) -> ArtifactError {
            ArtifactError(.usage, "--reference \(argument): \(message)")
        }
        let bytes = argument.bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
            let path = ByteString(Array(bytes[..<equals])).string,
            let expression = ByteString(Array(bytes[(equals + 1)...])).string, !expression.isEmpty
        else { throw fault("give MEMBER=EXPRESSION, as ExecutionRoleArn='!GetAtt Role.Arn'") }
        names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var shape = Shape.structure(ServiceModel.request)
        for name in names {
            switch shape {
            case .structure(let structure):
                guard let member = structure.member(ByteString(name)) else {
                    throw fault("'\(DisplayText.escaped(name))' is no member of \(structure.name)")
                }
                shape = member.shape
            case .map(_, let value, _): shape = .text(value)
            default: throw fault("'\(DisplayText.escaped(name))' is in no object")
            }
        }
        guard expression.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw fault("an expression stands on one line")
        }
        switch format {
        case .terraform:
            guard let read = TerraformExpression(expression) else {
                throw fault("give an expression of Terraform, as aws_iam_role.sagemaker.arn or \"${var.name}-llm\"")
            }
            value = .object([.init(Self.terraformName, .string(expression))])
            known = read.known.content
        case .cloudFormation, .yaml:
            let read = try? DocumentReader.read(
                InputBuffer(Array(expression.utf8), name: "expression"),
                as: expression.hasPrefix("{") ? .json : .yaml)
            guard let function = read.flatMap({ CloudFormationReference($0.value) }) else {
                throw fault("give a function of CloudFormation, as '!Ref RoleArn' or '!GetAtt Role.Arn'")
            }
            if let problem = function.problem { throw fault(problem) }
            value = function.value
            known = CloudFormationFunctions().evaluated(JSONNode(value)).content
        case .json, .boto3, .cli: throw fault("only cloudformation, yaml and terraform have references")
        }
    }

    /// The request with the reference in its place.
    package func applied(to request: JSONValue) -> JSONValue {
        Self.set(names[...], value, in: request, .structure(ServiceModel.request))
    }

    private static func set(_ names: ArraySlice<String>, _ value: JSONValue, in object: JSONValue, _ shape: Shape)
        -> JSONValue
    {
        guard let name = names.first else { return value }
        var object = object
        if case .structure(let structure) = shape {
            let inner = structure.member(ByteString(name))?.shape ?? .any
            object.set(name, set(names.dropFirst(), value, in: object[name] ?? .object([]), inner), in: structure)
        } else {
            var members = object.members ?? []
            members.removeAll { $0.isNamed(name) }
            object = .object(members + [.init(name, value)])
        }
        return object
    }

    /// The request as it is checked: what stands there is not known.
    package func unknown(in node: JSONNode) -> JSONNode { unknown(names[...], in: node) }

    /// The path of the member.
    package var path: String {
        names.reduce(RequestValue(JSONNode(.null))) { value, name in
            RequestValue(JSONNode(.null), path: value.memberPath(ByteString(name)))
        }.path
    }

    private func unknown(_ names: ArraySlice<String>, in node: JSONNode) -> JSONNode {
        guard let name = names.first else { return JSONNode(known, at: node.place) }
        let members = (node.members ?? []).map { member in
            guard member.name == ByteString(name) else { return member }
            return JSONNode.Member(
                name: member.name, place: member.place, value: unknown(names.dropFirst(), in: member.value))
        }
        return JSONNode(.object(members), at: node.place)
    }
}
