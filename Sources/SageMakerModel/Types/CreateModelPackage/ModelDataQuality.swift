// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Metrics that measure the quality of the input data for a model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelDataQuality.html
public struct ModelDataQuality: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelDataQuality
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(statistics: MetricsSource? = nil, constraints: MetricsSource? = nil) {
        members = []
        self.statistics = statistics
        self.constraints = constraints
    }

    /// `Statistics`: Data quality statistics for a model.
    public var statistics: MetricsSource? {
        get { self["Statistics"] }
        set { self["Statistics"] = newValue }
    }

    /// `Constraints`: Data quality constraints for a model.
    public var constraints: MetricsSource? {
        get { self["Constraints"] }
        set { self["Constraints"] = newValue }
    }
}
