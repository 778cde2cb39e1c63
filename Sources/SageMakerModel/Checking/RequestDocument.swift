import ModelArtifacts

/// A document that holds requests of `CreateModel`, or a part of one: what it is, and where in it the requests are.
package struct RequestDocument: Sendable {
    package let kind: RequestKind
    /// What is to be checked: the document itself, or the properties of each model in a template.
    package let roots: [RequestValue]
    /// The document as a whole.
    package let document: RequestValue

    package init(_ node: JSONNode) {
        kind = RequestKind(of: node)
        document = RequestValue(node)
        guard kind == .cloudFormation else {
            roots = [document]
            return
        }
        let resources =
            RequestKind.isTemplate(node) ? (document["Resources"]?.members ?? []).map(\.value) : [document]
        roots = resources.filter { RequestKind.isModelResource($0.node) }.map { resource in
            var properties =
                resource["Properties"]
                ?? RequestValue(
                    JSONNode(.object([]), at: resource.node.place), path: resource.memberPath("Properties"))
            properties.node = Self.withoutIntrinsics(properties.node)
            return properties
        }
    }

    /// The value with functions of CloudFormation, whose results only CloudFormation knows, marked as such.
    private static func withoutIntrinsics(_ node: JSONNode) -> JSONNode {
        switch node.content {
        case .object(let members):
            if members.contains(where: { isIntrinsic($0.name) }) { return JSONNode(.unknown(.nothing), at: node.place) }
            return JSONNode(
                .object(
                    members.map {
                        JSONNode.Member(name: $0.name, place: $0.place, value: withoutIntrinsics($0.value))
                    }), at: node.place)
        case .array(let elements): return JSONNode(.array(elements.map(withoutIntrinsics)), at: node.place)
        case .string(let text) where text.bytes.starts(with: "{{resolve:".utf8):
            // A dynamic reference, to a parameter or a secret.
            return JSONNode(.unknown(.nothing), at: node.place)
        default: return node
        }
    }

    private static func isIntrinsic(_ name: ByteString) -> Bool {
        name == "Ref" || name == "Condition" || name.hasPrefix("Fn::")
    }
}
