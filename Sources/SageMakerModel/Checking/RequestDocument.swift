import ModelArtifacts

/// A document that holds requests of `CreateModel`, or a part of one: what it is, and where in it the requests are.
package struct RequestDocument: Sendable {
    package let kind: RequestKind
    /// What is to be checked: the document itself, or the properties of each model in a template.
    package let roots: [RequestRoot]
    /// The document as a whole.
    package let document: RequestValue

    package init(_ node: JSONNode) {
        kind = RequestKind(of: node)
        document = RequestValue(node)
        guard kind == .cloudFormation else {
            roots = [RequestRoot(document)]
            return
        }
        let resources =
            RequestKind.isTemplate(node)
            ? document["Resources"]?.members ?? []
            : [(JSONNode.Member(name: "", place: node.place, value: node), document)]
        let endpoints = TemplateEndpoints(resources.map(\.value))
        roots = resources.filter { RequestKind.isModelResource($0.value.node) }.map { resource in
            let value = resource.value
            let properties =
                value["Properties"]
                ?? RequestValue(JSONNode(.object([]), at: value.node.place), path: value.memberPath("Properties"))
            let variants = CloudFormationFunctions.variants(of: properties.node).map {
                RequestValue($0, path: properties.path)
            }
            let deployment = endpoints.deployment(of: resource.member.name, named: properties["ModelName"]?.text)
            return RequestRoot(variants[0], variants: variants, deployment: deployment)
        }
    }
}
