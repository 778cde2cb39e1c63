public import ModelArtifacts

/// The hub content that may be deployed: the service model's `InferenceHubAccessConfig`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceHubAccessConfig.html
public struct HubAccessConfig: RequestStructure {
    /// `HubContentArn`, required: the ARN of the hub content; at most 255 characters.
    public var hubContentARN: String
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(hubContentARN: String) {
        self.hubContentARN = hubContentARN
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        hubContentARN = try members.required("HubContentArn")
    }

    public func write(to members: inout StructureWriter) {
        members.write("HubContentArn", hubContentARN)
    }
}
