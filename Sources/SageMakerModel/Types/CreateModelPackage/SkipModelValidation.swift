// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `SkipModelValidation` of `CreateModelPackage` may be: the words that the API has, and any other that it may
/// have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html
public struct SkipModelValidation: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [SkipModelValidation] = [.all, .none]

    /// `All`
    public static let all = SkipModelValidation(rawValue: "All")

    /// `None`
    public static let none = SkipModelValidation(rawValue: "None")
}
