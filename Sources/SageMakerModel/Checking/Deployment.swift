/// What a model is to be deployed as, which decides what its request may hold.
public enum Deployment: String, Hashable, Sendable, CaseIterable {
    /// An endpoint on instances.
    case endpoint
    /// A serverless endpoint.
    case serverless
    /// Batch transform jobs.
    case batchTransform = "batch-transform"
    /// A multi-model endpoint.
    case multiModel = "multi-model"
    /// A product on AWS Marketplace.
    case marketplace

    /// Whether it takes `ModelDataSource`.
    ///
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
    public var takesModelDataSource: Bool { self == .endpoint }

    /// What it is called in a sentence.
    var description: String {
        switch self {
        case .endpoint: "an endpoint"
        case .serverless: "a serverless endpoint"
        case .batchTransform: "batch transform"
        case .multiModel: "a multi-model endpoint"
        case .marketplace: "AWS Marketplace"
        }
    }
}
