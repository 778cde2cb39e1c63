// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `ModelCardStatus` of `ModelPackageModelCard` may be: the words that the API has, and any other that it may
/// have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageModelCard.html
public struct ModelCardStatus: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [ModelCardStatus] = [.draft, .pendingReview, .approved, .archived]

    /// `Draft`
    public static let draft = ModelCardStatus(rawValue: "Draft")

    /// `PendingReview`
    public static let pendingReview = ModelCardStatus(rawValue: "PendingReview")

    /// `Approved`
    public static let approved = ModelCardStatus(rawValue: "Approved")

    /// `Archived`
    public static let archived = ModelCardStatus(rawValue: "Archived")
}
