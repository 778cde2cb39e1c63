// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `Mode` of `ContainerDefinition` may be: the words that the API has, and any other that it may have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html
public struct ContainerMode: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [ContainerMode] = [.singleModel, .multiModel]

    /// `SingleModel`
    public static let singleModel = ContainerMode(rawValue: "SingleModel")

    /// `MultiModel`
    public static let multiModel = ContainerMode(rawValue: "MultiModel")
}
