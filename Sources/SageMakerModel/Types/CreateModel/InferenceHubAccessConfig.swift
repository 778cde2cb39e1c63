// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Configuration information for hub access.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceHubAccessConfig.html
public struct InferenceHubAccessConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceHubAccessConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(hubContentARN: String) {
        members = []
        self.hubContentARN = hubContentARN
    }

    /// `HubContentArn`, required: The ARN of the hub content for which deployment access is allowed; at most 255
    /// characters, `.*`.
    public var hubContentARN: String {
        get { self[required: "HubContentArn"] }
        set { self[required: "HubContentArn"] = newValue }
    }
}
