import ModelArtifacts

/// The containers in requests about model packages and inference components.
enum PackagedContainers {
    /// Every container of a request, in the words of `CreateModel`.
    static func containers(of request: RequestValue) -> [RequestValue] {
        let more = ["AdditionalInferenceSpecifications", "AdditionalInferenceSpecificationsToAdd"] as [ByteString]
        let specifications =
            [request["InferenceSpecification"]].compactMap { $0 } + more.flatMap { request[$0]?.elements ?? [] }
        let algorithms = request["SourceAlgorithmSpecification"]?["SourceAlgorithms"]?.elements ?? []
        let components = [request["Specification"]].compactMap { $0 } + (request["Specifications"]?.elements ?? [])
        let containers = specifications.flatMap { $0["Containers"]?.elements ?? [] } + algorithms
        return containers.filter(\.isObject) + components.compactMap { $0["Container"].flatMap(component) }
    }

    /// The container of an inference component, whose `ArtifactUrl` is what `ModelDataUrl` is elsewhere: "This path must point to a
    /// single gzip compressed tar archive (.tar.gz suffix)."
    ///
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentContainerSpecification.html
    private static func component(_ container: RequestValue) -> RequestValue? {
        guard container.isObject else { return nil }
        let members = container.members.map { member, value in
            var node = value.node
            node.path = value.path
            return JSONNode.Member(
                name: member.name == "ArtifactUrl" ? "ModelDataUrl" : member.name, place: member.place, value: node)
        }
        return RequestValue(JSONNode(.object(members), at: container.node.place), path: container.path)
    }
}
