import ModelArtifacts

/// What parameters, the region among them, choose from the mappings of a CloudFormation template: in
/// `{"Fn::FindInMap": ["Models", {"Ref": "AWS::Region"}, "Uri"]}` every key of the mapping is one that it may be deployed with.
///
/// Only one parameter is assumed to be known at a time: which values of several go together, nobody knows.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html
struct CloudFormationChoices {
    private let functions: CloudFormationFunctions
    /// The values that a parameter may have, where the template lists them.
    private var allowed: [ByteString: Set<ByteString>] = [:]
    /// The parameters that conditions ask for.
    private var decisive: Set<ByteString> = []

    /// - Parameters:
    ///   - parameters: the section `Parameters` of the template; nil if it has none.
    ///   - conditions: the section `Conditions`.
    init(_ functions: CloudFormationFunctions, parameters: JSONNode?, conditions: JSONNode?) {
        self.functions = functions
        for parameter in parameters?.members ?? [] {
            guard case .array(let values)? = parameter.value["AllowedValues"]?.content else { continue }
            allowed[parameter.name] = Set(values.compactMap { functions.pieces(of: $0).text })
        }
        if let conditions { collectReferences(in: conditions) }
    }

    private mutating func collectReferences(in node: JSONNode) {
        if let name = CloudFormationFunctions.reference(node) { decisive.insert(name) }
        for member in node.members ?? [] { collectReferences(in: member.value) }
        if case .array(let elements) = node.content {
            for element in elements { collectReferences(in: element) }
        }
    }

    /// The parameters with their values that each choose something in a value, in their order.
    ///
    /// - Parameters:
    ///   - isConditional: whether the value only counts under a condition: then nothing is assumed of what that may ask for.
    ///   - most: the most choices that are looked at; see ``CloudFormationConditions/mostVariants(in:added:)``.
    func choices(in node: JSONNode, isConditional: Bool, most: Int) -> [Circumstance.Value] {
        var found: [Circumstance.Value] = []
        collect(node, isConditional: isConditional, most: most, &found)
        return found
    }

    private func collect(_ node: JSONNode, isConditional: Bool, most: Int, _ found: inout [Circumstance.Value]) {
        guard found.count < most else { return }
        if let call = CloudFormationFunctions.call(in: node) {
            // What it gives is not known, whatever its branches are.
            if call.name == "Fn::If" { return }
            if call.name == "Fn::FindInMap", case .array(let parts) = call.value.content {
                let possible = choices(in: parts).filter { !(isConditional && decisive.contains($0.name)) }
                for choice in possible where found.count < most && !found.contains(choice) { found.append(choice) }
            }
        }
        switch node.content {
        case .object(let members):
            for member in members { collect(member.value, isConditional: isConditional, most: most, &found) }
        case .array(let elements):
            for element in elements { collect(element, isConditional: isConditional, most: most, &found) }
        default: return
        }
    }

    /// What the one parameter among the names may be.
    private func choices(in parts: [JSONNode]) -> [Circumstance.Value] {
        let names = parts.prefix(3).map { functions.pieces(of: $0).text }
        guard let place = names.lastIndex(of: nil), let parameter = CloudFormationFunctions.reference(parts[place])
        else {
            return []
        }
        return functions.mappings.keys(for: names).filter { allowed[parameter]?.contains($0) ?? true }
            .map { Circumstance.Value(name: parameter, text: $0) }
    }
}
