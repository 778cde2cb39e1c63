// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Specifies the access configuration file for the ML model.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelAccessConfig.html
public struct ModelAccessConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.modelAccessConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(acceptEULA: Bool) {
        members = []
        self.acceptEULA = acceptEULA
    }

    /// `AcceptEula`, required: Specifies agreement to the model end-user license agreement (EULA).
    public var acceptEULA: Bool {
        get { self[required: "AcceptEula"] }
        set { self[required: "AcceptEula"] = newValue }
    }
}
