import ModelArtifacts

/// What a document says of the endpoints that a model in it is deployed on.
struct ModelDeployment: Sendable {
    /// The most sets of assumptions that are kept.
    private static let mostAssumptions = 64

    /// Under which conditions of the document a serverless endpoint is made of it; none where none is ever.
    private(set) var serverless: [CloudFormationConditions.Assumptions] = []
    /// The smallest volume of an instance that it is deployed on, in bytes; nil if none is named.
    private(set) var volumeSize: Int64?

    /// Takes in what one variant of an endpoint says.
    ///
    /// - Parameters:
    ///   - variant: with the names of the API.
    ///   - isServerless: whether it is certainly serverless.
    ///   - assumptions: the conditions under which the variant is so.
    ///   - isWhatever: whether the variant is so whatever other conditions decide.
    mutating func add(
        _ variant: RequestValue, isServerless: Bool, under assumptions: CloudFormationConditions.Assumptions = [:],
        isWhatever: Bool = true
    ) {
        if isServerless, serverless.count < Self.mostAssumptions, !serverless.contains(assumptions) {
            serverless.append(assumptions)
        }
        // The API takes up to 512.
        guard isWhatever, let size = variant["VolumeSizeInGB"]?.number, (1...512).contains(size) else { return }
        volumeSize = min(volumeSize ?? .max, Int64(size) << 30)
    }

    /// Takes in what is said elsewhere.
    mutating func join(_ other: ModelDeployment) {
        serverless += other.serverless.filter { !serverless.contains($0) }.prefix(Self.mostAssumptions)
        volumeSize = [volumeSize, other.volumeSize].compactMap(\.self).min()
    }
}
