// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Represents the drift check model data quality baselines that can be used when the model monitor is set using the
/// model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DriftCheckModelDataQuality.html
public struct DriftCheckModelDataQuality: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.driftCheckModelDataQuality
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

    /// `Statistics`: The drift check model data quality statistics.
    public var statistics: MetricsSource? {
        get { self["Statistics"] }
        set { self["Statistics"] = newValue }
    }

    /// `Constraints`: The drift check model data quality constraints.
    public var constraints: MetricsSource? {
        get { self["Constraints"] }
        set { self["Constraints"] = newValue }
    }
}
