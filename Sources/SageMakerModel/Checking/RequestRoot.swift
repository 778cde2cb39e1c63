/// One request of a document.
package struct RequestRoot: Sendable {
    /// How much of a request there is.
    enum Part: Sendable {
        /// All of it.
        case request
        /// A container.
        case container
        /// An `S3DataSource`, or what holds it.
        case dataSource
    }

    /// How much of a request it is.
    let part: Part
    /// The operation that it is for, or is a part of the request of.
    let operation: Operation
    /// What it has to be: the request itself, a part of it, or what a tool has fields for.
    let structure: Structure
    /// The request as it is whatever conditions of the document decide.
    package let value: RequestValue
    /// The request as it is, and then as each condition would have it.
    package let variants: [RequestValue]
    /// What the document itself says that the model is for; nil if it says nothing of that.
    package let deployment: Deployment?
    /// The volume of the instances that the document deploys it on, in bytes; nil if it says nothing of that.
    let volumeSize: Int64?
    /// The variants of endpoints that the document deploys it on, with the names of the API.
    let productionVariants: [RequestValue]

    init(
        _ value: RequestValue, of operation: Operation = .createModel, as structure: Structure,
        part: Part = .request, variants: [RequestValue]? = nil,
        endpoint: TemplateEndpoints.Endpoint? = nil
    ) {
        self.part = part
        self.operation = operation
        self.structure = structure
        self.value = value
        self.variants = variants ?? [value]
        deployment = endpoint?.isServerless ?? false ? .serverless : nil
        volumeSize = endpoint?.volumeSize
        productionVariants = endpoint?.variants ?? []
    }
}
