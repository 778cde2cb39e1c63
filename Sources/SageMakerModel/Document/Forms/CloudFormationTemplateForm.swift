import ModelArtifacts

/// A template of CloudFormation, as people and the CDK write it, or one resource of it alone.
enum CloudFormationTemplateForm: RequestForm {
    static let kind = RequestKind.cloudFormation

    static func requests(in document: RequestValue) -> FoundRequests? {
        let resources: [(member: JSONNode.Member, value: RequestValue)]
        if let all = document["Resources"], all.isObject {
            resources = Self.resources(in: all)
        } else if operation(of: document) != nil || TemplateDefinitions.isDefinition(document) {
            resources = [(JSONNode.Member(name: "", place: document.node.place, value: document.node), document)]
        } else {
            return nil
        }
        let functions = CloudFormationFunctions(
            mappings: document["Mappings"]?.node, resources: document["Resources"]?.node)
        let most = CloudFormationConditions.mostVariants(in: document.node)
        let endpoints = TemplateEndpoints(resources.map(\.value), functions, mostVariants: most)
        var roots = resources.compactMap { member, resource -> RequestRoot? in
            guard let operation = operation(of: resource), let target = operation.cloudFormation else { return nil }
            // A macro may make the properties.
            let hasMacro = resource.members.contains { CloudFormationFunctions.isMacro($0.member.name) }
            let properties =
                resource["Properties"]
                ?? RequestValue(
                    JSONNode(hasMacro ? .unknown(.nothing) : .object([]), at: resource.node.place),
                    path: resource.memberPath("Properties"))
            let condition = resource["Condition"]?.text
            let variants = CloudFormationConditions.variants(
                of: properties.node, under: condition.map { [$0: true] } ?? [:], most: most)
            let requests = variants.map { variant in
                RequestVariant(
                    RequestValue(functions.evaluated(variant.node), path: properties.path), under: variant.assumptions)
            }
            return RequestRoot(
                requests[0].value, of: operation, as: target.structure, variants: requests, condition: condition,
                endpoints: endpoints.deployment(
                    of: member.name, named: variants[0].node["ModelName"], functions))
        }
        if !roots.isEmpty { roots[0].productionVariants = endpoints.variants }
        var definitions = TemplateDefinitions(functions, mostVariants: most)
        var found = FoundRequests(roots: roots)
        for (_, resource) in resources { found += definitions.requests(in: resource) }
        return found
    }

    /// The resources of a template, those that loops make among them.
    ///
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
    private static func resources(in value: RequestValue) -> [(member: JSONNode.Member, value: RequestValue)] {
        value.members.flatMap { member, value -> [(member: JSONNode.Member, value: RequestValue)] in
            let parts = value.elements
            guard member.name.hasPrefix("Fn::ForEach::"), parts.count == 3, let name = parts[0].text else {
                return [(member, value)]
            }
            let body = CloudFormationFunctions.body(of: parts[2].node, withoutKnowing: name)
            return resources(in: RequestValue(body, path: parts[2].path))
        }
    }

    /// The operation that makes a resource; nil if it is none of those that are known.
    private static func operation(of resource: RequestValue) -> Operation? {
        guard let type = resource["Type"]?.text else { return nil }
        return Operation.all.first { $0.cloudFormation?.type == type }
    }
}
