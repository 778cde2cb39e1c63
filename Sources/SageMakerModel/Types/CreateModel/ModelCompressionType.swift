// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `CompressionType` of `S3ModelDataSource` may be: the words that the API has, and any other that it may have
/// since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public struct ModelCompressionType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [ModelCompressionType] = [.none, .gzip]

    /// `None`
    public static let none = ModelCompressionType(rawValue: "None")

    /// `Gzip`
    public static let gzip = ModelCompressionType(rawValue: "Gzip")
}
