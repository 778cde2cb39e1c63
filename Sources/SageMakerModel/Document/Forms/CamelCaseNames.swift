import ModelArtifacts

/// Gives a request whose names begin with a small letter, as CloudTrail and Kubernetes have it, the names of the API.
///
/// Acronyms are spelled in several ways (`s3Uri`, `modelDataURL`), so case does not count.
struct CamelCaseNames {
    /// Whether members that the API does not know are kept, to be reported; what AWS itself wrote is right.
    let keepsUnknown: Bool
    /// Whether `xRef` stands for a value of x that another object has, as in Kubernetes.
    var hasReferences = false

    func adapted(_ node: JSONNode, to shape: Shape, path: String) -> JSONNode {
        let value = RequestValue(node, path: path)
        // CloudTrail writes it where it leaves something out.
        if !keepsUnknown, case .string("HIDDEN_DUE_TO_SECURITY_REASONS") = node.content {
            return JSONNode(.unknown(.nothing), at: node.place, path: path)
        }
        switch (shape, node.content) {
        case (.structure(let structure), .object):
            return JSONNode(
                .object(value.members.compactMap { adapted($0, $1, in: structure) }), at: node.place, path: path,
                names: .camelCase)
        case (.list(let element, _), .array):
            return JSONNode(
                .array(value.elements.map { adapted($0.node, to: element, path: $0.path) }), at: node.place, path: path)
        case (.map, .object):
            let entries = value.members.map { member, child in
                JSONNode.Member(
                    name: member.name, place: member.place,
                    value: adapted(child.node, to: .text(TextConstraint()), path: child.path))
            }
            return JSONNode(.object(entries), at: node.place, path: path)
        default: return JSONNode(node.content, at: node.place, path: path)
        }
    }

    private func adapted(
        _ member: JSONNode.Member, _ value: RequestValue, in structure: Structure
    ) -> JSONNode.Member? {
        // Null stands for what is not given.
        guard !value.node.isNull else { return nil }
        if let known = Self.member(named: member.name, in: structure) {
            return JSONNode.Member(
                name: known.name, place: member.place, value: adapted(value.node, to: known.shape, path: value.path))
        }
        for suffix in ["Ref", "Refs"] as [ByteString] where hasReferences && member.name.hasSuffix(suffix) {
            let name = ByteString(Array(member.name.bytes.dropLast(suffix.count)))
            if let known = Self.member(named: name, in: structure) {
                return JSONNode.Member(
                    name: known.name, place: member.place,
                    value: JSONNode(.unknown(.nothing), at: value.node.place, path: value.path))
            }
        }
        guard keepsUnknown else { return nil }
        return JSONNode.Member(
            name: member.name, place: member.place,
            value: JSONNode(value.node.content, at: value.node.place, path: value.path))
    }

    private static func member(named name: ByteString, in structure: Structure) -> Structure.Member? {
        structure.members.first { $0.name.folded == name.folded }
    }
}
