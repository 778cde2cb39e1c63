import ModelArtifacts

/// A call of the AWS SDK for JavaScript, as a custom resource of the CDK, `AwsCustomResource`, makes it: the service, the action, and
/// the request as its parameters.
///
/// Source: https://github.com/aws/aws-cdk, `packages/aws-cdk-lib/custom-resources/lib/aws-custom-resource/aws-custom-resource.ts`, and
/// `packages/@aws-cdk/custom-resource-handlers/lib/custom-resources/aws-custom-resource-handler` for what its function makes of it
enum SDKCallForm: RequestForm {
    static let kind = RequestKind.request

    static func requests(in document: RequestValue) -> FoundRequests? {
        guard let service = document["service"]?.text, let action = document["action"]?.text,
            isSageMaker(service), let operation = operation(action)
        else { return nil }
        guard let parameters = document["parameters"] else { return FoundRequests() }
        let request = RequestValue(decoded(parameters.node), path: parameters.path)
        return FoundRequests(roots: [RequestRoot(request, of: operation, as: operation.structure)])
    }

    /// `SageMaker`, `sagemaker` or the name of the package, `@aws-sdk/client-sagemaker`.
    private static func isSageMaker(_ service: ByteString) -> Bool {
        ["SageMaker", "sagemaker", "@aws-sdk/client-sagemaker"].contains(service)
    }

    /// `createModel`, `CreateModel` or `CreateModelCommand`.
    private static func operation(_ action: ByteString) -> Operation? {
        Operation.all.first { operation in
            let name = ByteString(operation.name)
            return [operation.integrationName, name, name + "Command"].contains(action)
        }
    }

    /// The parameters as they are sent: older releases of the CDK write truth values as words, and the id that the resource has got by
    /// then is put in by the function.
    private static func decoded(_ node: JSONNode) -> JSONNode {
        var copy = node
        switch node.content {
        case .object(let members):
            copy.content = .object(
                members.map { JSONNode.Member(name: $0.name, place: $0.place, value: decoded($0.value)) })
        case .array(let elements): copy.content = .array(elements.map(decoded))
        case .string("TRUE:BOOLEAN"): copy.content = .boolean(true)
        case .string("FALSE:BOOLEAN"): copy.content = .boolean(false)
        case .string("PHYSICAL:RESOURCEID:"): copy.content = .unknown(.nothing)
        default: break
        }
        return copy
    }
}
