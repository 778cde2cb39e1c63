// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// What `S3DataType` of `TransformS3DataSource` may be: the words that the API has, and any other that it may have
/// since.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformS3DataSource.html
public struct TransformS3DataType: RequestWord, RequestMember {
    /// The word as it is written.
    public let rawValue: String

    /// Takes any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The words that are known.
    public static let allCases: [TransformS3DataType] = [.manifestFile, .s3Prefix, .augmentedManifestFile, .converse]

    /// `ManifestFile`
    public static let manifestFile = TransformS3DataType(rawValue: "ManifestFile")

    /// `S3Prefix`
    public static let s3Prefix = TransformS3DataType(rawValue: "S3Prefix")

    /// `AugmentedManifestFile`
    public static let augmentedManifestFile = TransformS3DataType(rawValue: "AugmentedManifestFile")

    /// `Converse`
    public static let converse = TransformS3DataType(rawValue: "Converse")
}
