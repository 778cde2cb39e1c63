// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Represents the drift check explainability baselines that can be used when the model monitor is set using the model
/// package.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DriftCheckExplainability.html
public struct DriftCheckExplainability: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.driftCheckExplainability
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(constraints: MetricsSource? = nil, configFile: FileSource? = nil) {
        members = []
        self.constraints = constraints
        self.configFile = configFile
    }

    /// `Constraints`: The drift check explainability constraints.
    public var constraints: MetricsSource? {
        get { self["Constraints"] }
        set { self["Constraints"] = newValue }
    }

    /// `ConfigFile`: The explainability config file for the model.
    public var configFile: FileSource? {
        get { self["ConfigFile"] }
        set { self["ConfigFile"] = newValue }
    }
}
