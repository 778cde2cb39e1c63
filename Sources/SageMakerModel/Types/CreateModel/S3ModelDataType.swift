// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `S3DataType` of `S3ModelDataSource` may be: the words that the API has, and any other that it may have since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public struct S3ModelDataType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [S3ModelDataType] = [.s3Prefix, .s3Object]

    /// `S3Prefix`
    public static let s3Prefix = S3ModelDataType(rawValue: "S3Prefix")

    /// `S3Object`
    public static let s3Object = S3ModelDataType(rawValue: "S3Object")
}
