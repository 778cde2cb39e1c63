// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Metrics that measure bias in a model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Bias.html
public struct Bias: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.bias
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        report: MetricsSource? = nil, preTrainingReport: MetricsSource? = nil, postTrainingReport: MetricsSource? = nil
    ) {
        members = []
        self.report = report
        self.preTrainingReport = preTrainingReport
        self.postTrainingReport = postTrainingReport
    }

    /// `Report`: The bias report for a model.
    public var report: MetricsSource? {
        get { self["Report"] }
        set { self["Report"] = newValue }
    }

    /// `PreTrainingReport`: The pre-training bias report for a model.
    public var preTrainingReport: MetricsSource? {
        get { self["PreTrainingReport"] }
        set { self["PreTrainingReport"] = newValue }
    }

    /// `PostTrainingReport`: The post-training bias report for a model.
    public var postTrainingReport: MetricsSource? {
        get { self["PostTrainingReport"] }
        set { self["PostTrainingReport"] = newValue }
    }
}
