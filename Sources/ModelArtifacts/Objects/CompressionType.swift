/// How model data is prepared: the API's `CompressionType`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
public enum CompressionType: String, Hashable, Sendable, CaseIterable {
    /// Objects become files as they are.
    case none = "None"
    /// One object, a gzip-compressed tar archive, is unpacked.
    case gzip = "Gzip"
}
