// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `Mode` of `InferenceExecutionConfig` may be: the words that the API has, and any other that it may have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceExecutionConfig.html
public struct InferenceExecutionMode: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [InferenceExecutionMode] = [.serial, .direct]

    /// `Serial`
    public static let serial = InferenceExecutionMode(rawValue: "Serial")

    /// `Direct`
    public static let direct = InferenceExecutionMode(rawValue: "Direct")
}
