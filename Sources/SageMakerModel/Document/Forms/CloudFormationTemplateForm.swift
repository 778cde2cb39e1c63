import ModelArtifacts

/// A template of CloudFormation, as people and the CDK write it, or one resource of it alone.
enum CloudFormationTemplateForm: RequestForm {
    static let kind = RequestKind.cloudFormation

    static func roots(in document: RequestValue) -> [RequestRoot]? {
        let resources: [(member: JSONNode.Member, value: RequestValue)]
        if let all = document["Resources"], all.isObject {
            resources = all.members
        } else if operation(of: document) != nil {
            resources = [(JSONNode.Member(name: "", place: document.node.place, value: document.node), document)]
        } else {
            return nil
        }
        let endpoints = TemplateEndpoints(resources.map(\.value))
        return resources.compactMap { member, resource in
            guard let operation = operation(of: resource), let target = operation.cloudFormation else { return nil }
            let properties =
                resource["Properties"]
                ?? RequestValue(
                    JSONNode(.object([]), at: resource.node.place), path: resource.memberPath("Properties"))
            let variants = CloudFormationFunctions.variants(of: properties.node).map {
                RequestValue($0, path: properties.path)
            }
            let endpoint = endpoints[member.name, named: properties["ModelName"]?.text]
            return RequestRoot(
                variants[0], of: operation, as: target.structure, variants: variants, endpoint: endpoint)
        }
    }

    /// The operation that makes a resource; nil if it is none of those that are known.
    private static func operation(of resource: RequestValue) -> Operation? {
        guard let type = resource["Type"]?.text else { return nil }
        return Operation.all.first { $0.cloudFormation?.type == type }
    }
}
