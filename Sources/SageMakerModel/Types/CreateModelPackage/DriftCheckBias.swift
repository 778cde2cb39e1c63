// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Represents the drift check bias baselines that can be used when the model monitor is set using the model package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DriftCheckBias.html
public struct DriftCheckBias: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.driftCheckBias
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        configFile: FileSource? = nil, preTrainingConstraints: MetricsSource? = nil,
        postTrainingConstraints: MetricsSource? = nil
    ) {
        members = []
        self.configFile = configFile
        self.preTrainingConstraints = preTrainingConstraints
        self.postTrainingConstraints = postTrainingConstraints
    }

    /// `ConfigFile`: The bias config file for a model.
    public var configFile: FileSource? {
        get { self["ConfigFile"] }
        set { self["ConfigFile"] = newValue }
    }

    /// `PreTrainingConstraints`: The pre-training constraints.
    public var preTrainingConstraints: MetricsSource? {
        get { self["PreTrainingConstraints"] }
        set { self["PreTrainingConstraints"] = newValue }
    }

    /// `PostTrainingConstraints`: The post-training constraints.
    public var postTrainingConstraints: MetricsSource? {
        get { self["PostTrainingConstraints"] }
        set { self["PostTrainingConstraints"] = newValue }
    }
}
