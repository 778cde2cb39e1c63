import ModelArtifacts

/// A form of document that holds requests in it: a template, a plan, a definition of a workflow.
protocol RequestForm: SendableMetatype {
    /// What such a document is.
    static var kind: RequestKind { get }
    /// The requests of a document; nil if it is of another form.
    static func roots(in document: RequestValue) -> [RequestRoot]?
}

extension RequestForm {
    /// The requests of a document of this form that stands in one of another.
    static func roots(inside value: RequestValue) -> [RequestRoot] {
        (roots(in: value) ?? []).map { root in
            var root = root
            root.kind = kind
            return root
        }
    }

    /// The requests of a document of this form that another holds as a text.
    ///
    /// - Parameters:
    ///   - text: what is known of it.
    ///   - path: that leads to the text.
    ///   - place: tells where in the document a place of the text is.
    static func roots(
        inText text: KnownText, path: String, place: (TextPosition?) -> TextPosition?
    ) -> [RequestRoot] {
        EmbeddedJSON.read(text, place: place).map { roots(inside: RequestValue($0, path: path)) } ?? []
    }
}
