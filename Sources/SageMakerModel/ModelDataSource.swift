/// The `ModelDataSource` block of a container in a `CreateModel` request: where the model data is.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelDataSource.html
public struct ModelDataSource: Hashable, Sendable {
    /// The place in S3.
    public var s3DataSource: S3DataSource

    /// Wraps a place in S3.
    public init(s3DataSource: S3DataSource) {
        self.s3DataSource = s3DataSource
    }
}
