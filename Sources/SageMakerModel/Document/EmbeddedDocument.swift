import ModelArtifacts

/// A document that stands as text in another one: a definition of a workflow in a template, an event in an answer.
struct EmbeddedDocument: Sendable {
    /// The document, with the path that leads to the text; nil if it cannot be read.
    let value: RequestValue?
    /// Why it cannot be read.
    let fault: Finding?

    init(value: RequestValue) {
        self.value = value
        fault = nil
    }

    init(fault: Finding) {
        value = nil
        self.fault = fault
    }
}
