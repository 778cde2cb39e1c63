import ModelArtifacts

/// A form of document that holds requests in it: a template, a plan, a definition of a workflow.
protocol RequestForm: SendableMetatype {
    /// What such a document is.
    static var kind: RequestKind { get }
    /// The requests of a document, and what it holds as text; nil if it is of another form.
    static func requests(in document: RequestValue) -> FoundRequests?
}

extension RequestForm {
    /// The requests of a document of this form that stands in one of another.
    static func requests(inside value: RequestValue) -> FoundRequests {
        var found = requests(in: value) ?? FoundRequests()
        for index in found.roots.indices { found.roots[index].kind = kind }
        return found
    }

    /// The requests of a document of this form that another holds as text, and that document itself.
    static func requests(inText document: EmbeddedDocument?) -> FoundRequests {
        guard let document else { return FoundRequests() }
        return FoundRequests(embedded: [document]) + (document.value.map { requests(inside: $0) } ?? FoundRequests())
    }
}
