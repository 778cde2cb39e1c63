import ModelArtifacts

/// Reads the request that a resource of a CloudFormation template is, as each condition and each key of a mapping would have it.
struct TemplateResourceReader {
    let functions: CloudFormationFunctions
    let choices: CloudFormationChoices
    let endpoints: TemplateEndpoints
    /// How many assumptions are looked at; see ``CloudFormationConditions/mostVariants(in:added:)``.
    let mostVariants: Int

    /// The request as it is whatever is decided, then under each assumption about a condition, and then with each key of a mapping
    /// that a parameter may choose.
    func variants(of resource: TemplateResource) -> [RequestVariant] {
        let properties = Self.properties(of: resource.value)
        let condition = resource.value["Condition"]?.text
        let decided = CloudFormationConditions.variants(
            of: properties.node, under: condition.map { [$0: true] } ?? [:], most: mostVariants)
        let deployment = endpoints.deployment(of: resource.name, named: decided[0].node["ModelName"], functions)
        let variant = {
            (decided: CloudFormationConditions.Variant, functions: CloudFormationFunctions, circumstance: Circumstance?)
            in
            RequestVariant(
                RequestValue(functions.evaluated(decided.node), path: properties.path), under: decided.assumptions,
                if: condition, endpoints: deployment, where: circumstance)
        }
        let chosen = choices.choices(
            in: decided[0].node, isConditional: resource.value["Condition"] != nil, most: mostVariants)
        var variants = decided.map { variant($0, functions, resource.circumstance) }
        for choice in chosen {
            let values = (resource.circumstance?.values ?? []) + [choice]
            variants.append(
                variant(decided[0], functions.assuming(choice), Circumstance(values: values, isCertain: false)))
        }
        return variants
    }

    private static func properties(of resource: RequestValue) -> RequestValue {
        // A macro may make the properties.
        let hasMacro = resource.members.contains { CloudFormationFunctions.isMacro($0.member.name) }
        return resource["Properties"]
            ?? RequestValue(
                JSONNode(hasMacro ? .unknown(.nothing) : .object([]), at: resource.node.place),
                path: resource.memberPath("Properties"))
    }
}
