import ModelArtifacts

/// A document that holds requests of `CreateModel`, or a part of one: what it is, and where in it the requests are.
package struct RequestDocument: Sendable {
    package let kind: RequestKind
    /// What is to be checked: the document itself, or each request in it.
    package let roots: [RequestRoot]
    /// The document as a whole.
    package let document: RequestValue

    package init(_ node: JSONNode) {
        document = RequestValue(node)
        if let requests = RequestForms.requests(in: document) {
            (kind, roots) = requests
        } else {
            let names = (node.members ?? []).map(\.name)
            let (kind, operation) = RequestKind.telling(names)
            self.kind = kind
            let part: RequestRoot.Part =
                switch kind {
                case .container: .container
                case .modelDataSource, .additionalModelDataSource, .s3DataSource: .dataSource
                default: .request
                }
            let structure = part == .request ? operation.structure : kind.structure
            roots = [RequestRoot(document, of: operation, as: structure, part: part)]
        }
    }
}
