// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `SplitType` of `TransformInput` may be: the words that the API has, and any other that it may have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformInput.html
public struct SplitType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [SplitType] = [.none, .line, .recordIO, .tfRecord]

    /// `None`
    public static let none = SplitType(rawValue: "None")

    /// `Line`
    public static let line = SplitType(rawValue: "Line")

    /// `RecordIO`
    public static let recordIO = SplitType(rawValue: "RecordIO")

    /// `TFRecord`
    public static let tfRecord = SplitType(rawValue: "TFRecord")
}
