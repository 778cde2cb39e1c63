import ModelArtifacts

/// Gives the values of a resource of Terraform the names and the shape of the API.
///
/// Of the provider `hashicorp/aws` blocks are arrays, those that may be there once too; what was not given is null, an empty string,
/// an empty array or 0, since the provider fills it in.
struct TerraformValues {
    private let provider: TerraformProvider
    /// Whether what is not there is not given; otherwise it may only be unknown yet.
    private let isWhole: Bool

    init(of provider: TerraformProvider = .aws, isWhole: Bool) {
        self.provider = provider
        self.isWhole = isWhole
    }

    /// The arguments and blocks whose names are not those of the API in lower case with underscores, by structure and member.
    ///
    /// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model
    private static let names: [ByteString: ByteString] = [
        "CreateModelInput.ModelName": "name", "CreateModelInput.Containers": "container",
        "ContainerDefinition.AdditionalModelDataSources": "additional_model_data_source",
        "CreateInferenceComponentInput.InferenceComponentName": "name",
    ]

    /// What the provider calls a member of a structure of the API.
    static func name(of member: ByteString, in structure: Structure) -> ByteString {
        names[ByteString(structure.name) + "." + member] ?? snakeCase(member)
    }

    /// What the provider calls a member of the API, of whatever structure.
    static func name(of member: ByteString) -> ByteString {
        names.first { $0.key.hasSuffix("." + member) }?.value ?? snakeCase(member)
    }

    private static func snakeCase(_ member: ByteString) -> ByteString {
        ByteString(SnakeCase.name(of: member.string ?? "", separator: "_"))
    }

    /// - Parameters:
    ///   - unknown: which values are only known after the plan is applied: `true`, or an object or array with such.
    ///   - path: the address of the resource, and what leads to the value in it.
    func adapted(_ node: JSONNode, _ unknown: JSONNode?, to structure: Structure, path: String) -> JSONNode {
        let object = RequestValue(node, path: path)
        let members = structure.members.compactMap { member -> JSONNode.Member? in
            let name = provider.name(of: member.name, in: structure)
            let after = unknown?[name]
            let given = node.members?.last { $0.name == name }
            let place = given?.place ?? node.place
            let value =
                value(given?.value, after, to: member, path: object.memberPath(name))
                ?? (isWhole || !member.isRequired ? nil : JSONNode(.unknown(.nothing), at: place))
            return value.map { JSONNode.Member(name: member.name, place: place, value: $0) }
        }
        return JSONNode(.object(members), at: node.place, path: path, names: provider.names)
    }

    private func value(
        _ node: JSONNode?, _ unknown: JSONNode?, to member: Structure.Member, path: String
    ) -> JSONNode? {
        // What is known after it is applied may be null.
        if Self.isTrue(unknown) {
            return JSONNode(.unknown(.nothing), at: node?.place, path: path, traits: .mayBeAbsent)
        }
        guard let node, !node.isNull else {
            // An object or array of what is unknown in it, and nothing beside that.
            guard let unknown, Self.holdsTrue(unknown) else { return nil }
            return JSONNode(.unknown(.nothing), at: unknown.place, path: path, traits: .mayBeAbsent)
        }
        if provider == .aws, Self.standsForNothing(node, member.shape) { return nil }
        switch (member.shape, node.content) {
        case (.structure(let structure), .array(let blocks)):
            // The one block.
            return blocks.first.map {
                adapted($0, Self.elements(unknown).first, to: structure, path: path + "[0]")
            }
        case (.structure(let structure), .object): return adapted(node, unknown, to: structure, path: path)
        case (.list(.structure(let structure), _), .array(let blocks)):
            return JSONNode(
                .array(
                    blocks.enumerated().map { index, block in
                        let after = Self.elements(unknown).dropFirst(index).first
                        if Self.isTrue(after) {
                            return JSONNode(.unknown(.nothing), at: block.place, path: path + "[\(index)]")
                        }
                        return adapted(block, after, to: structure, path: path + "[\(index)]")
                    }), at: node.place, path: path)
        case (.list(.structure, _), .object(let tags)): return pairs(tags, unknown, at: node, path: path)
        case (.list, .array(let elements)):
            return JSONNode(.array(values(elements, unknown)), at: node.place, path: path)
        case (.map, .object(let entries)):
            let unknowns = Set((unknown?.members ?? []).filter { Self.isTrue($0.value) }.map(\.name))
            let known = entries.filter { !unknowns.contains($0.name) && !$0.value.isNull }
            let all =
                known
                + unknowns.map {
                    JSONNode.Member(name: $0, place: node.place, value: JSONNode(.unknown(.nothing), at: node.place))
                }.sorted { $0.name < $1.name }
            return JSONNode(.object(all), at: node.place, path: path)
        case (.map, .string(let text)):
            // A map of any values is given as the text of an object.
            let entries = EmbeddedJSON.value(of: text, at: node.place)
            return JSONNode(entries?.content ?? node.content, at: node.place, path: path)
        default: return JSONNode(node.content, at: node.place, path: path)
        }
    }

    /// Whether a value is what the provider writes in the place of one that was not given.
    private static func standsForNothing(_ node: JSONNode, _ shape: Shape) -> Bool {
        switch (shape, node.content) {
        case (_, .string("")): true
        case (.number(_, let range), .number("0")): !range.contains(0)
        case (.structure, .array(let blocks)), (.list, .array(let blocks)): blocks.isEmpty
        default: false
        }
    }

    /// Tags: an object of names and values here, an array of pairs in the API.
    private func pairs(
        _ tags: [JSONNode.Member], _ unknown: JSONNode?, at node: JSONNode, path: String
    ) -> JSONNode {
        let object = RequestValue(node, path: path)
        let elements = tags.filter { !$0.value.isNull }.map { tag in
            let value = Self.isTrue(unknown?[tag.name]) ? JSONNode(.unknown(.nothing), at: tag.value.place) : tag.value
            let path = object.memberPath(tag.name)
            return JSONNode(
                .object([
                    JSONNode.Member(
                        name: "Key", place: tag.place, value: JSONNode(.string(tag.name), at: tag.place, path: path)),
                    JSONNode.Member(
                        name: "Value", place: tag.place, value: JSONNode(value.content, at: value.place, path: path)),
                ]), at: tag.place, path: path)
        }
        return JSONNode(.array(elements), at: node.place, path: path)
    }

    private func values(_ elements: [JSONNode], _ unknown: JSONNode?) -> [JSONNode] {
        let unknowns = Self.elements(unknown)
        return elements.enumerated().map { index, element in
            let isUnknown = element.isNull || Self.isTrue(unknowns.dropFirst(index).first)
            return isUnknown ? JSONNode(.unknown(.nothing), at: element.place) : element
        }
    }

    private static func elements(_ node: JSONNode?) -> [JSONNode] {
        if case .array(let elements)? = node?.content { elements } else { [] }
    }

    private static func isTrue(_ node: JSONNode?) -> Bool {
        if case .boolean(true)? = node?.content { true } else { false }
    }

    /// Whether something in a value is unknown.
    private static func holdsTrue(_ node: JSONNode) -> Bool {
        switch node.content {
        case .boolean(let value): value
        case .array(let elements): elements.contains(where: holdsTrue)
        case .object(let members): members.contains { holdsTrue($0.value) }
        default: false
        }
    }
}
