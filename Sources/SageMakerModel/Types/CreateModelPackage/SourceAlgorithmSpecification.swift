// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Details about the algorithm that was used to create the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SourceAlgorithmSpecification.html
public struct SourceAlgorithmSpecification: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.sourceAlgorithmSpecification
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(sourceAlgorithms: [SourceAlgorithm]) {
        members = []
        self.sourceAlgorithms = sourceAlgorithms
    }

    /// `SourceAlgorithms`, required: A list of the algorithms that were used to create a model package; 1 to 1
    /// elements.
    public var sourceAlgorithms: [SourceAlgorithm] {
        get { self[required: "SourceAlgorithms"] }
        set { self[required: "SourceAlgorithms"] = newValue }
    }
}
