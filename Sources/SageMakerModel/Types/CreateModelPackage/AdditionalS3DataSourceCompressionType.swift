// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `CompressionType` of `AdditionalS3DataSource` may be: the words that the API has, and any other that it may
/// have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalS3DataSource.html
public struct AdditionalS3DataSourceCompressionType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [AdditionalS3DataSourceCompressionType] = [.none, .gzip]

    /// `None`
    public static let none = AdditionalS3DataSourceCompressionType(rawValue: "None")

    /// `Gzip`
    public static let gzip = AdditionalS3DataSourceCompressionType(rawValue: "Gzip")
}
