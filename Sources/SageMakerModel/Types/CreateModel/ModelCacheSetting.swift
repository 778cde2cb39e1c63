// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `ModelCacheSetting` of `MultiModelConfig` may be: the words that the API has, and any other that it may have
/// since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MultiModelConfig.html
public struct ModelCacheSetting: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [ModelCacheSetting] = [.enabled, .disabled]

    /// `Enabled`
    public static let enabled = ModelCacheSetting(rawValue: "Enabled")

    /// `Disabled`
    public static let disabled = ModelCacheSetting(rawValue: "Disabled")
}
