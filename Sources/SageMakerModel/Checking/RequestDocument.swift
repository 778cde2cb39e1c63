import ModelArtifacts

/// A document that holds requests of `CreateModel`, or a part of one: what it is, and where in it the requests are.
package struct RequestDocument: Sendable {
    package let kind: RequestKind
    /// What is to be checked: the document itself, or each request in it.
    package let roots: [RequestRoot]
    /// The document as a whole.
    package let document: RequestValue
    /// The documents that stand in it as text.
    let embedded: [EmbeddedDocument]

    /// The document, or each document of a stream, all of which have a top of their own.
    var tops: [RequestValue] {
        document.node.traits.contains(.isStream) ? document.elements.map { RequestValue($0.node) } : [document]
    }

    package init(_ node: JSONNode) {
        document = RequestValue(node)
        if let (kind, found) = RequestForms.requests(in: document) {
            self.kind = kind
            roots = found.roots
            embedded = found.embedded
        } else {
            embedded = []
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
