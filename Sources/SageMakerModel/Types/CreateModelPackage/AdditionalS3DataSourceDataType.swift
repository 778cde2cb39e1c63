// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `S3DataType` of `AdditionalS3DataSource` may be: the words that the API has, and any other that it may have
/// since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalS3DataSource.html
public struct AdditionalS3DataSourceDataType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [AdditionalS3DataSourceDataType] = [.s3Object, .s3Prefix]

    /// `S3Object`
    public static let s3Object = AdditionalS3DataSourceDataType(rawValue: "S3Object")

    /// `S3Prefix`
    public static let s3Prefix = AdditionalS3DataSourceDataType(rawValue: "S3Prefix")
}
