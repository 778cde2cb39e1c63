import ModelArtifacts

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
    /// What the document is that it stands in, if that is a definition inside of another document; nil for the document itself.
    var kind: RequestKind?
    /// The request as it is, and then as each condition, each element of a loop and each key of a mapping would have it.
    private(set) var variants: [RequestVariant]
    /// Where the document says the request is made; nil if it does not say.
    var region: ByteString?
    /// The variants of endpoints that stand beside the model, with the names of the API. Of several models of a document the
    /// first has all.
    var productionVariants: [RequestValue] = []

    init(
        _ value: RequestValue, of operation: Operation = .createModel, as structure: Structure, part: Part = .request,
        endpoints: ModelDeployment = ModelDeployment()
    ) {
        self.init([RequestVariant(value, endpoints: endpoints)], of: operation, as: structure, part: part)
    }

    /// - Parameter variants: the request as it is first, and then as something that is not certain would have it.
    init(_ variants: [RequestVariant], of operation: Operation, as structure: Structure, part: Part = .request) {
        self.part = part
        self.operation = operation
        self.structure = structure
        self.variants = variants
    }

    /// The requests that several readings of one document gave: those at the same place are one, as each reading has it.
    static func joining(_ roots: [RequestRoot]) -> [RequestRoot] {
        var joined: [RequestRoot] = []
        var places: [String: Int] = [:]
        for root in roots {
            let place = "\(root.operation.name) \(root.value.path)"
            if let index = places[place] {
                joined[index].variants += root.variants
            } else {
                places[place] = joined.count
                joined.append(root)
            }
        }
        return joined
    }

    /// The request as it is whatever is not certain.
    package var value: RequestValue { variants[0].value }
}
