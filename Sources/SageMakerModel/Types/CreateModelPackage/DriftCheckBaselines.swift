// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Represents the drift check baselines that can be used when the model monitor is set using the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DriftCheckBaselines.html
public struct DriftCheckBaselines: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.driftCheckBaselines
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        bias: DriftCheckBias? = nil, explainability: DriftCheckExplainability? = nil,
        modelQuality: DriftCheckModelQuality? = nil, modelDataQuality: DriftCheckModelDataQuality? = nil
    ) {
        members = []
        self.bias = bias
        self.explainability = explainability
        self.modelQuality = modelQuality
        self.modelDataQuality = modelDataQuality
    }

    /// `Bias`: Represents the drift check bias baselines that can be used when the model monitor is set using the
    /// model package.
    public var bias: DriftCheckBias? {
        get { self["Bias"] }
        set { self["Bias"] = newValue }
    }

    /// `Explainability`: Represents the drift check explainability baselines that can be used when the model monitor
    /// is set using the model package.
    public var explainability: DriftCheckExplainability? {
        get { self["Explainability"] }
        set { self["Explainability"] = newValue }
    }

    /// `ModelQuality`: Represents the drift check model quality baselines that can be used when the model monitor is
    /// set using the model package.
    public var modelQuality: DriftCheckModelQuality? {
        get { self["ModelQuality"] }
        set { self["ModelQuality"] = newValue }
    }

    /// `ModelDataQuality`: Represents the drift check model data quality baselines that can be used when the model
    /// monitor is set using the model package.
    public var modelDataQuality: DriftCheckModelDataQuality? {
        get { self["ModelDataQuality"] }
        set { self["ModelDataQuality"] = newValue }
    }
}
