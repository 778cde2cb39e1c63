// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Metrics that help explain a model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Explainability.html
public struct Explainability: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.explainability
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(report: MetricsSource? = nil) {
        members = []
        self.report = report
    }

    /// `Report`: The explainability report for a model.
    public var report: MetricsSource? {
        get { self["Report"] }
        set { self["Report"] = newValue }
    }
}
