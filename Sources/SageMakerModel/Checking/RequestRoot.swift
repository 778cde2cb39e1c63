/// One request of a document.
package struct RequestRoot: Sendable {
    /// The request as it is whatever conditions of the document decide.
    package let value: RequestValue
    /// The request as it is, and then as each condition would have it.
    package let variants: [RequestValue]
    /// What the document itself says that the model is for; nil if it says nothing of that.
    package let deployment: Deployment?

    package init(_ value: RequestValue, variants: [RequestValue]? = nil, deployment: Deployment? = nil) {
        self.value = value
        self.variants = variants ?? [value]
        self.deployment = deployment
    }
}
