// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A structure that contains model metrics reports.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelMetrics.html
public struct ModelMetrics: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelMetrics
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        modelQuality: ModelQuality? = nil, modelDataQuality: ModelDataQuality? = nil, bias: Bias? = nil,
        explainability: Explainability? = nil
    ) {
        members = []
        self.modelQuality = modelQuality
        self.modelDataQuality = modelDataQuality
        self.bias = bias
        self.explainability = explainability
    }

    /// `ModelQuality`: Metrics that measure the quality of a model.
    public var modelQuality: ModelQuality? {
        get { self["ModelQuality"] }
        set { self["ModelQuality"] = newValue }
    }

    /// `ModelDataQuality`: Metrics that measure the quality of the input data for a model.
    public var modelDataQuality: ModelDataQuality? {
        get { self["ModelDataQuality"] }
        set { self["ModelDataQuality"] = newValue }
    }

    /// `Bias`: Metrics that measure bias in a model.
    public var bias: Bias? {
        get { self["Bias"] }
        set { self["Bias"] = newValue }
    }

    /// `Explainability`: Metrics that help explain a model.
    public var explainability: Explainability? {
        get { self["Explainability"] }
        set { self["Explainability"] = newValue }
    }
}
