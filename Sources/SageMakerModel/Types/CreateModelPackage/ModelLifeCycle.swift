// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A structure describing the current state of the model in its life cycle.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelLifeCycle.html
public struct ModelLifeCycle: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelLifeCycle
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(stage: String, stageStatus: String, stageDescription: String? = nil) {
        members = []
        self.stage = stage
        self.stageStatus = stageStatus
        self.stageDescription = stageDescription
    }

    /// `Stage`, required: The current stage in the model life cycle; 1 to 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var stage: String {
        get { self[required: "Stage"] }
        set { self[required: "Stage"] = newValue }
    }

    /// `StageStatus`, required: The current status of a stage in model life cycle; 1 to 63 characters,
    /// `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`.
    public var stageStatus: String {
        get { self[required: "StageStatus"] }
        set { self[required: "StageStatus"] = newValue }
    }

    /// `StageDescription`: Describes the stage related details; at most 1024 characters, `.{0,1024}`.
    public var stageDescription: String? {
        get { self["StageDescription"] }
        set { self["StageDescription"] = newValue }
    }
}
