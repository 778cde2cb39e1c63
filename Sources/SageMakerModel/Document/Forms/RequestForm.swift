import ModelArtifacts

/// A form of document that holds requests in it: a template, a plan, a definition of a workflow.
protocol RequestForm: SendableMetatype {
    /// What such a document is.
    static var kind: RequestKind { get }
    /// The requests of a document; nil if it is of another form.
    static func roots(in document: RequestValue) -> [RequestRoot]?
}
