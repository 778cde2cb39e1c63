import ModelArtifacts

/// Gives a request whose names begin with a small letter, as CloudTrail and Kubernetes have it, the names of the API.
struct CamelCaseNames {
    /// Whether names are spelled exactly as ``KubernetesNames`` has them, and those that are not known are kept, to be reported. What
    /// AWS itself wrote is right, and its acronyms are spelled in several ways, so that case does not count.
    let isExact: Bool

    func adapted(_ node: JSONNode, to shape: Shape, path: String) -> JSONNode {
        let value = RequestValue(node, path: path)
        // CloudTrail writes it where it leaves something out.
        if !isExact, case .string("HIDDEN_DUE_TO_SECURITY_REASONS") = node.content {
            return JSONNode(.unknown(.nothing), at: node.place, path: path)
        }
        switch (shape, node.content) {
        case (.structure(let structure), .object):
            return node.with(
                .object(value.members.compactMap { adapted($0, $1, in: structure) }), path: path,
                names: isExact ? .kubernetes : .camelCase)
        case (.list(let element, _), .array):
            return node.with(.array(value.elements.map { adapted($0.node, to: element, path: $0.path) }), path: path)
        case (.map, .object):
            let entries = value.members.map { member, child in
                JSONNode.Member(
                    name: member.name, place: member.place,
                    value: adapted(child.node, to: .text(TextConstraint()), path: child.path))
            }
            return node.with(.object(entries), path: path)
        default: return node.with(node.content, path: path)
        }
    }

    private func adapted(
        _ member: JSONNode.Member, _ value: RequestValue, in structure: Structure
    ) -> JSONNode.Member? {
        // Null stands for what is not given.
        guard !value.node.isNull else { return nil }
        if let known = structure.members.first(where: { $0.name.folded == member.name.folded }) {
            let isMisspelled = isExact && member.name != KubernetesNames.name(of: known.name)
            return JSONNode.Member(
                name: known.name, place: member.place, value: adapted(value.node, to: known.shape, path: value.path),
                misspelling: isMisspelled ? member.name : nil)
        }
        guard isExact else { return nil }
        return JSONNode.Member(
            name: member.name, place: member.place,
            value: JSONNode(value.node.content, at: value.node.place, path: value.path))
    }
}
