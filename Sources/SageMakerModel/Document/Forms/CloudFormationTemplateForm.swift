import ModelArtifacts

/// A template of CloudFormation, as people and the CDK write it, or one resource of it alone.
enum CloudFormationTemplateForm: RequestForm {
    static let kind = RequestKind.cloudFormation

    static func requests(in document: RequestValue) -> FoundRequests? {
        var loops = TemplateLoops()
        let resources: [TemplateResource]
        if let all = document["Resources"], all.isObject {
            resources = loops.resources(in: all)
        } else if operation(of: document) != nil || TemplateDefinitions.isDefinition(document) {
            resources = [TemplateResource(name: "", value: document)]
        } else {
            return nil
        }
        let functions = CloudFormationFunctions(
            mappings: document["Mappings"]?.node, resources: document["Resources"]?.node)
        let most = CloudFormationConditions.mostVariants(in: document.node, added: loops.added)
        let reader = TemplateResourceReader(
            functions: functions,
            choices: CloudFormationChoices(
                functions, parameters: document["Parameters"]?.node, conditions: document["Conditions"]?.node),
            endpoints: TemplateEndpoints(resources, functions, mostVariants: most), mostVariants: most)
        var roots = resources.compactMap { resource -> RequestRoot? in
            guard let operation = operation(of: resource.value), let target = operation.cloudFormation else {
                return nil
            }
            let variants = reader.variants(of: resource) + resource.instances.flatMap(reader.variants)
            return RequestRoot(variants, of: operation, as: target.structure)
        }
        if !roots.isEmpty { roots[0].productionVariants = reader.endpoints.variants }
        var definitions = TemplateDefinitions(functions, mostVariants: most)
        var found = FoundRequests(roots: roots)
        for resource in resources { found += definitions.requests(in: resource.value) }
        return found
    }

    /// The operation that makes a resource; nil if it is none of those that are known.
    private static func operation(of resource: RequestValue) -> Operation? {
        guard let type = resource["Type"]?.text else { return nil }
        return Operation.all.first { $0.cloudFormation?.type == type }
    }
}
